package kz.adalkezek.kiosk;

import kz.adalkezek.kiosk.offline.Stock;

/// The section `[offline]`, which may be left out.
record OfflineConfig(Stock stock) {

    static OfflineConfig read(ConfigSection section) {
        int full =
                section.has("numbers")
                        ? section.number("numbers", 1, Stock.FULL_MAX)
                        : Stock.OF_HALF_A_DAY.full();
        int low =
                section.has("low")
                        ? section.number("low", 0, full)
                        : Math.min(full, Stock.OF_HALF_A_DAY.low());
        // What is out of bounds is a fault that is said already.
        boolean sound = full >= 1 && full <= Stock.FULL_MAX && low >= 0 && low <= full;
        return new OfflineConfig(sound ? new Stock(full, low) : Stock.OF_HALF_A_DAY);
    }
}
