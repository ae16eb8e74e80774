package kz.adalkezek.kiosk.sim;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.adalkezek.kiosk.gpio.Pins;
import kz.adalkezek.kiosk.gpio.Wiring;

/// A kiosk's panel that exists only on a page: lamps to look at, and a button, a door and a sensor
/// to move. Safe for several threads.
public final class PanelSimulator {

    /// What a person can move.
    public enum Part {
        HELP,
        DOOR,
        PRESENCE
    }

    /// Every part of a panel.
    public static final Wiring WIRING = wiring();

    private static final int READY = 17;
    private static final int PAPER = 27;
    private static final int HELP_LAMP = 22;
    private static final int HELP_BUTTON = 5;
    private static final int DOOR = 6;
    private static final int PRESENCE = 13;

    /// Guarded by this, as all below.
    private final Map<Integer, Boolean> lamps = new TreeMap<>();

    private final Set<Part> moved = new TreeSet<>();
    private Runnable onEdge = () -> {};

    /// Pressed, opened, or somebody there; or not any more.
    public void move(Part part, boolean on) {
        Runnable told;
        synchronized (this) {
            if (on) {
                moved.add(part);
            } else {
                moved.remove(part);
            }
            told = onEdge;
        }
        told.run();
    }

    public synchronized boolean isMoved(Part part) {
        return moved.contains(part);
    }

    /// Which lamps are lit: `ready`, `paper`, `help`.
    public synchronized Map<String, Boolean> lamps() {
        return Map.of(
                "ready", lamps.getOrDefault(READY, false),
                "paper", lamps.getOrDefault(PAPER, false),
                "help", lamps.getOrDefault(HELP_LAMP, false));
    }

    /// Its pins, as a chip would have them.
    public synchronized Pins open(Wiring wiring, Runnable told) {
        wiring.outputs().forEach(line -> lamps.put(line, false));
        onEdge = told;
        return new Soldered(wiring);
    }

    private static Wiring wiring() {
        return new Wiring(
                Optional.of(READY),
                Optional.of(PAPER),
                Optional.of(HELP_LAMP),
                Optional.of(HELP_BUTTON),
                Optional.of(DOOR),
                Optional.of(PRESENCE));
    }

    private final class Soldered implements Pins {

        private final Wiring wiring;

        Soldered(Wiring wiring) {
            this.wiring = wiring;
        }

        @Override
        public void drive(int line, boolean high) {
            requireOne(wiring.outputs().contains(line), line);
            synchronized (PanelSimulator.this) {
                lamps.put(line, high);
            }
        }

        @Override
        public boolean isHigh(int line) {
            return switch (line) {
                case HELP_BUTTON -> !isMoved(Part.HELP);
                case DOOR -> isMoved(Part.DOOR);
                case PRESENCE -> isMoved(Part.PRESENCE);
                default -> throw new IllegalArgumentException("no input on line " + line);
            };
        }

        @Override
        public void close() {
            synchronized (PanelSimulator.this) {
                lamps.replaceAll((_, _) -> false);
                onEdge = () -> {};
            }
        }

        private static void requireOne(boolean known, int line) {
            if (!known) {
                throw new IllegalArgumentException("no output on line " + line);
            }
        }
    }
}
