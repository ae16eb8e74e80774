package kz.adalkezek.kiosk.offline;

import kz.adalkezek.queue.Command;

/// How many numbers of each letter a kiosk holds for hours without the branch.
///
/// @param full so many at best, 1 to 500
/// @param low below this it takes more, and says so while it cannot
public record Stock(int full, int low) {

    public static final int FULL_MAX = Command.LeaseNumbers.COUNT_MAX;

    /// Half a day of a large hall. The numbers that the branch gives itself begin behind these, so
    /// a branch that has never been alone for long may hold fewer.
    public static final Stock OF_HALF_A_DAY = new Stock(60, 20);

    /// @throws IllegalArgumentException if the numbers are not of that kind
    public Stock {
        if (full < 1 || full > FULL_MAX || low < 0 || low > full) {
            throw new IllegalArgumentException("a stock is 1 to 500 and low is not above it");
        }
    }
}
