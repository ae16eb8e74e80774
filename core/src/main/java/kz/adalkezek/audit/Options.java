package kz.adalkezek.audit;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import kz.adalkezek.log.KeyType;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.queue.TicketNumber;
import org.jspecify.annotations.Nullable;

/// What the command line asks for.
///
/// @param place a directory or an address
/// @param key the key that the reader trusts, if one was given
/// @param since the file of an older checkpoint, if one was given
/// @param json whether a program reads the answer
/// @param fromDay where the replay of the law begins, if not at the first entry
/// @param wanted the ticket whose story is asked for
record Options(
        String place,
        Optional<VerifierKey> key,
        Optional<Path> since,
        Optional<LocalDate> fromDay,
        boolean json,
        Optional<Wanted> wanted) {

    static final String USAGE =
            """
            Usage: ./kezek verify DIR-or-URL [--vkey KEY] [--since CHECKPOINT] [--from-day YYYY-MM-DD]
                                  [--json | --visit NUMBER [--day YYYY-MM-DD]]\
            """;

    /// A ticket as a person names it.
    ///
    /// @param day on which it was issued; numbers begin again every day
    record Wanted(TicketNumber number, Optional<LocalDate> day) {}

    sealed interface Parsed {
        record Given(Options options) implements Parsed {}

        record Wrong(String why) implements Parsed {}
    }

    static Parsed parse(String[] args) {
        return new Reading(args).parse();
    }

    /// One walk over the arguments.
    private static final class Reading {

        private final String[] args;
        private int next;
        private @Nullable String place;
        private @Nullable VerifierKey key;
        private @Nullable Path since;
        private @Nullable TicketNumber number;
        private @Nullable LocalDate day;
        private @Nullable LocalDate fromDay;
        private boolean json;

        Reading(String[] args) {
            this.args = args;
        }

        Parsed parse() {
            try {
                while (next < args.length) {
                    read(args[next++]);
                }
                return new Parsed.Given(options());
            } catch (IllegalArgumentException | DateTimeException e) {
                return new Parsed.Wrong(String.valueOf(e.getMessage()));
            }
        }

        private void read(String arg) {
            switch (arg) {
                case "--vkey" -> key = key(value(arg));
                case "--since" -> since = Path.of(value(arg));
                case "--visit" -> number = number(value(arg));
                case "--day" -> day = date(value(arg));
                case "--from-day" -> fromDay = date(value(arg));
                case "--json" -> json = true;
                default -> {
                    if (arg.startsWith("--") || place != null) {
                        throw new IllegalArgumentException(
                                "nobody knows what " + arg + " means here");
                    }
                    place = arg;
                }
            }
        }

        private String value(String option) {
            if (next == args.length) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return args[next++];
        }

        private static VerifierKey key(String text) {
            return VerifierKey.parse(text)
                    .filter(key -> key.type() == KeyType.NOTE)
                    .orElseThrow(
                            () -> new IllegalArgumentException(text + " is not the key of a log"));
        }

        private static TicketNumber number(String text) {
            try {
                return TicketNumber.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        text + " is not a ticket number, which looks like K047", e);
            }
        }

        private static LocalDate date(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        text + " is not a day, which looks like 2026-11-23", e);
            }
        }

        private Options options() {
            if (place == null) {
                throw new IllegalArgumentException("say which log to verify");
            }
            if (day != null && number == null) {
                throw new IllegalArgumentException("--day needs the --visit of that day");
            }
            if (json && number != null) {
                throw new IllegalArgumentException(
                        "--json and --visit are two answers; ask for one");
            }
            return new Options(
                    place,
                    Optional.ofNullable(key),
                    Optional.ofNullable(since),
                    Optional.ofNullable(fromDay),
                    json,
                    Optional.ofNullable(number)
                            .map(found -> new Wanted(found, Optional.ofNullable(day))));
        }
    }
}
