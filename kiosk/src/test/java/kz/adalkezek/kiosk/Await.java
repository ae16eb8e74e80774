package kz.adalkezek.kiosk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what will happen; says what there was instead when it does not.
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    private Await() {}

    public static void until(String what, Supplier<?> instead, BooleanSupplier happened) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what + " did not happen; there is " + instead.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
