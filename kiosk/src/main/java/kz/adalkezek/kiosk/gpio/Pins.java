package kz.adalkezek.kiosk.gpio;

/// The pins of one computer that the panel uses. A device is behind it: a chip, or a simulated
/// panel. Safe for several threads.
public interface Pins extends AutoCloseable {

    /// Drives an output of the wiring.
    void drive(int line, boolean high) throws PinException;

    /// What an input of the wiring reads now, with every bounce of its contact.
    boolean isHigh(int line) throws PinException;

    /// Drives every output LOW, and lets the pins go.
    @Override
    void close();

    /// Takes the pins, with every output LOW.
    interface Opener {

        /// @param onEdge told on any thread when an input may have changed; never blocks
        Pins open(Wiring wiring, Runnable onEdge) throws PinException;
    }
}
