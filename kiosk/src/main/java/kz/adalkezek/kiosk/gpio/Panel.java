package kz.adalkezek.kiosk.gpio;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The panel of a kiosk. One thread owns its pins, takes them anew when they were lost, and
/// believes an input once it has stood still. Safe for several threads.
///
/// The button calls for help. Who has come to help presses it again for [#HOLD].
public final class Panel implements AutoCloseable {

    /// A contact has stopped bouncing after this.
    public static final Duration SETTLE = Duration.ofMillis(30);

    public static final Duration HOLD = Duration.ofSeconds(3);

    private static final System.Logger LOG = System.getLogger("kezek.gpio");

    /// An edge that the chip did not tell is seen after this.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Duration OPEN_AGAIN = Duration.ofSeconds(5);
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    /// A contact that never stands still is taken as it is.
    private static final int BOUNCES_MAX = 50;

    private final Pins.Opener opener;
    private final Wiring wiring;
    private final Duration settle;
    private final LongSupplier nanos;
    private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
    private final Thread thread = Thread.ofVirtual().name("panel").unstarted(this::run);
    private volatile Lamp wanted = Lamp.OFF;
    private volatile PanelView view = PanelView.NOT_KNOWN;
    private volatile boolean open = true;
    private volatile boolean started;
    private volatile Runnable onChange = () -> {};

    /// Written by the panel's thread alone.
    private volatile boolean pressed;

    /// Only the panel's thread, as all below.
    private boolean helpWasCalled;

    private long pressedAtNanos;
    private String lastFault = "";

    /// @param nanos a clock that only goes forward
    public Panel(Pins.Opener opener, Wiring wiring, Duration settle, LongSupplier nanos) {
        this.opener = opener;
        this.wiring = wiring;
        this.settle = settle;
        this.nanos = nanos;
    }

    /// @param onChange told after each change of the view, on the panel's thread; must not block
    public void start(Runnable onChange) {
        this.onChange = onChange;
        started = true;
        thread.start();
    }

    public PanelView view() {
        return view;
    }

    /// Whether the button was down when it was looked at last, and all that follows is done.
    boolean seesPressed() {
        return pressed;
    }

    /// What the lamp says while nobody has asked for help. Never blocks.
    public void light(Lamp lamp) {
        wanted = lamp;
        nudges.offer(true);
    }

    /// Drives the lamps to rest.
    @Override
    public void close() {
        open = false;
        nudges.offer(true);
        if (started) {
            try {
                thread.join(LAST_WORD);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (open) {
                try (var pins = opener.open(wiring, () -> nudges.offer(true))) {
                    fault("");
                    use(pins);
                } catch (PinException e) {
                    fault(String.valueOf(e.getMessage()));
                    show(
                            new PanelView(
                                    false, view.helpCalled(), Optional.empty(), Optional.empty()));
                    awaitClosing();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void use(Pins pins) throws PinException, InterruptedException {
        while (open) {
            take(settled(pins));
            drive(pins);
            nudges.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Two looks that see the same, so long apart.
    private Levels settled(Pins pins) throws PinException, InterruptedException {
        var before = Levels.read(pins, wiring);
        for (int bounce = 0; bounce < BOUNCES_MAX; bounce++) {
            TimeUnit.NANOSECONDS.sleep(settle.toNanos());
            var now = Levels.read(pins, wiring);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private void take(Levels now) {
        if (now.pressed() && !pressed) {
            pressedAtNanos = nanos.getAsLong();
            helpWasCalled = view.helpCalled();
        }
        boolean helpCalled = view.helpCalled() || now.pressed();
        if (!now.pressed() && pressed && helpWasCalled) {
            helpCalled = nanos.getAsLong() - pressedAtNanos < HOLD.toNanos();
        }
        show(new PanelView(true, helpCalled, now.doorOpen(), now.present()));
        pressed = now.pressed();
    }

    private void drive(Pins pins) throws PinException {
        var lamp = view.helpCalled() ? Lamp.HELP : wanted;
        for (var light : Lamp.values()) {
            var line =
                    switch (light) {
                        case OFF -> Optional.<Integer>empty();
                        case READY -> wiring.ready();
                        case PAPER -> wiring.paper();
                        case HELP -> wiring.help();
                    };
            if (line.isPresent()) {
                pins.drive(line.get(), light == lamp);
            }
        }
    }

    private void awaitClosing() throws InterruptedException {
        long until = System.nanoTime() + OPEN_AGAIN.toNanos();
        for (long left = OPEN_AGAIN.toNanos(); open && left > 0; left = until - System.nanoTime()) {
            nudges.poll(left, TimeUnit.NANOSECONDS);
        }
    }

    private void show(PanelView now) {
        boolean changed = !now.equals(view);
        view = now;
        if (changed) {
            onChange.run();
        }
    }

    /// Each kind of fault is logged once.
    private void fault(String why) {
        if (!why.equals(lastFault)) {
            lastFault = why;
            LOG.log(
                    why.isEmpty() ? Level.INFO : Level.WARNING,
                    why.isEmpty() ? "the panel is there" : "no panel: " + why);
        }
    }
}
