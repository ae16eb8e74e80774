package kz.adalkezek.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import kz.adalkezek.kiosk.led.CounterNumbers;
import kz.adalkezek.kiosk.led.LedBoards;
import kz.adalkezek.kiosk.link.BranchFeed;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.serial.SerialSettings;
import kz.adalkezek.kiosk.sim.SignSimulator;

/// The LED boards of this kiosk and whoever tells them what to show.
final class LedLine implements AutoCloseable {

    private final Optional<SignSimulator> simulator;
    private final LedBoards boards;
    private final CounterNumbers numbers;

    /// @param folder where simulated boards put their device
    LedLine(LedConfig config, Path folder, BranchLink link) throws IOException {
        simulator =
                config.device().isPresent()
                        ? Optional.empty()
                        : Optional.of(simulated(config, folder.resolve("led")));
        var device = simulator.map(it -> it.port().toString()).or(config::device).orElseThrow();
        var settings =
                new SerialSettings(
                        device, config.baud(), config.frame(), false, simulator.isPresent());
        boards =
                new LedBoards(
                        new SerialLink(settings),
                        config.protocol(),
                        config.boards(),
                        LedBoards.AGAIN);
        numbers = new CounterNumbers(link, new BranchFeed(link, BranchFeed.SILENCE), boards::show);
    }

    private static SignSimulator simulated(LedConfig config, Path port) throws IOException {
        var counters = new TreeMap<String, Integer>();
        config.boards().forEach((counter, address) -> counters.put(address.digits(), counter));
        var kind =
                switch (config.protocol()) {
                    case STX -> SignSimulator.Kind.STX;
                    case ALPHA -> SignSimulator.Kind.ALPHA;
                };
        return SignSimulator.start(port, kind, counters);
    }

    /// @param onChange told when the line is there or lost; must not block
    void start(Runnable onChange) {
        boards.start(onChange);
        numbers.start();
    }

    Optional<SignSimulator> simulator() {
        return simulator;
    }

    boolean isReachable() {
        return boards.isReachable();
    }

    /// The numbers first, so that the boards' last word is that they are blank.
    @Override
    public void close() throws IOException {
        numbers.close();
        boards.close();
        if (simulator.isPresent()) {
            simulator.get().close();
        }
    }
}
