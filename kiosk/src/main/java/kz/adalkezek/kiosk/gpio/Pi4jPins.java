package kz.adalkezek.kiosk.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.TreeMap;

/// Pins through Pi4J with providers that are named: its own search would take a mock that lies on
/// the class path for a chip. An output that had been HIGH would stay so after Pi4J's shutdown, so
/// each is driven LOW before.
public final class Pi4jPins implements Pins {

    private static final System.Logger LOG = System.getLogger("kezek.gpio");

    private final Context context;
    private final Map<Integer, DigitalOutput> outputs = new TreeMap<>();
    private final Map<Integer, DigitalInput> inputs = new TreeMap<>();

    private Pi4jPins(Context context) {
        this.context = context;
    }

    /// The chip of a Raspberry Pi, through the kernel's character device (`libgpiod`).
    public static Pins gpiod(Wiring wiring, Runnable onEdge) throws PinException {
        return open(
                GpioDDigitalInputProvider.newInstance(),
                GpioDDigitalOutputProvider.newInstance(),
                wiring,
                onEdge);
    }

    static Pi4jPins open(
            DigitalInputProvider reads,
            DigitalOutputProvider drives,
            Wiring wiring,
            Runnable onEdge)
            throws PinException {
        Context context;
        try {
            context =
                    Pi4J.newContextBuilder()
                            .noAutoDetectPlatforms()
                            .noAutoDetectProviders()
                            .disableShutdownHook()
                            .add(reads, drives)
                            .build();
        } catch (Pi4JException | LinkageError e) {
            // Its native library exists for ARM alone.
            throw new PinException("the provider does not start: " + e, e);
        }
        var pins = new Pi4jPins(context);
        try {
            pins.take(wiring, onEdge);
            return pins;
        } catch (Pi4JException | IllegalStateException e) {
            pins.close();
            throw new PinException("a line cannot be had: " + e.getMessage(), e);
        }
    }

    Context context() {
        return context;
    }

    @Override
    public synchronized void drive(int line, boolean high) throws PinException {
        var output = outputs.get(line);
        if (output == null) {
            throw new IllegalArgumentException("no output on line " + line);
        }
        try {
            output.state(high ? DigitalState.HIGH : DigitalState.LOW);
        } catch (Pi4JException | IllegalStateException e) {
            throw new PinException("line " + line + " cannot be driven", e);
        }
    }

    @Override
    public synchronized boolean isHigh(int line) throws PinException {
        var input = inputs.get(line);
        if (input == null) {
            throw new IllegalArgumentException("no input on line " + line);
        }
        try {
            return input.state().isHigh();
        } catch (Pi4JException | IllegalStateException e) {
            throw new PinException("line " + line + " cannot be read", e);
        }
    }

    @Override
    public synchronized void close() {
        for (var output : outputs.values()) {
            try {
                output.low();
            } catch (Pi4JException | IllegalStateException e) {
                LOG.log(Level.ERROR, "a lamp may be left on", e);
            }
        }
        try {
            context.shutdown();
        } catch (Pi4JException | IllegalStateException e) {
            LOG.log(Level.WARNING, "the pins were not let go", e);
        }
    }

    private void take(Wiring wiring, Runnable onEdge) {
        for (int line : wiring.outputs()) {
            outputs.put(
                    line,
                    context.create(
                            DigitalOutput.newConfigBuilder(context)
                                    .id("out-" + line)
                                    .address(line)
                                    .initial(DigitalState.LOW)
                                    .shutdown(DigitalState.LOW)
                                    .build()));
        }
        wiring.pulledUp().forEach(line -> take(line, PullResistance.PULL_UP, onEdge));
        wiring.pulledDown().forEach(line -> take(line, PullResistance.PULL_DOWN, onEdge));
    }

    private void take(int line, PullResistance pull, Runnable onEdge) {
        // The panel waits until a contact stands still; a second wait here would only hide edges.
        var input =
                context.create(
                        DigitalInput.newConfigBuilder(context)
                                .id("in-" + line)
                                .address(line)
                                .pull(pull)
                                .debounce(0L)
                                .build());
        input.addListener(_ -> onEdge.run());
        inputs.put(line, input);
    }
}
