package kz.adalkezek.server.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Person;

/// Short codes by which a device that stands in the hall becomes one of the branch: a manager reads
/// one off the screen, somebody types it at the device. Kept in memory: a restart ends them. Any
/// thread may ask.
public final class PairingCodes {

    public static final Duration VALID = Duration.ofMinutes(15);

    private static final int LENGTH = 8;
    private static final int OPEN_MAX = 100;
    private static final int FREE = 5;

    /// Without letters that look like digits or like each other.
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// @param by who is answerable for it
    /// @param request under which the device is enrolled, so that a retry enrols it once
    public record Ticket(Device device, String hall, Person by, UUID request, Instant until) {}

    public sealed interface Found {

        record Known(Ticket ticket) implements Found {}

        /// Wrong, too old, or used with another key.
        record Unknown() implements Found {}

        /// Too many wrong codes from there; this one was not looked at.
        record Later(Duration after) implements Found {}
    }

    private record Open(Ticket ticket, Optional<String> key) {}

    private final InstantSource clock;
    private final SecureRandom random;
    private final Throttle throttle = new Throttle(FREE);

    // Guarded by this, oldest first.
    private final Map<String, Open> open = new LinkedHashMap<>();

    public PairingCodes(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /// A code as people read it: `7K2M-Q4R9`. The device's code before this one ends; a retry under
    /// the same request gives a new one as well.
    public synchronized String make(Device device, String hall, Person by, UUID request) {
        var now = clock.instant();
        open.values()
                .removeIf(one ->
                        one.ticket().until().isBefore(now)
                                || one.ticket().device().id().equals(device.id()));
        if (open.size() >= OPEN_MAX) {
            open.remove(open.keySet().iterator().next());
        }
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        var ticket = new Ticket(device, hall, by, request, now.plus(VALID));
        open.put(code.toString(), new Open(ticket, Optional.empty()));
        return code.insert(LENGTH / 2, '-').toString();
    }

    /// What the code is for. The first key that is shown with it is the only one that fits it from
    /// then on.
    ///
    /// @param typed with spaces, hyphens and small letters as people type
    /// @param from the address of whoever tries
    public synchronized Found use(String typed, String key, String from) {
        var now = clock.instant();
        var wait = throttle.wait(from, now);
        if (wait.isPositive()) {
            return new Found.Later(wait);
        }
        var code = typed.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        var one = open.get(code);
        if (one == null
                || one.ticket().until().isBefore(now)
                || one.key().filter(used -> !used.equals(key)).isPresent()) {
            throttle.failed(from, now);
            return new Found.Unknown();
        }
        open.put(code, new Open(one.ticket(), Optional.of(key)));
        return new Found.Known(one.ticket());
    }
}
