package kz.adalkezek.audit;

import java.nio.file.Path;
import java.util.Optional;
import kz.adalkezek.log.KeyType;
import kz.adalkezek.log.VerifierKey;

/// What the command line asks for.
///
/// @param place a directory or an address
/// @param key the key that the reader trusts, if one was given
/// @param since the file of an older checkpoint, if one was given
record Options(String place, Optional<VerifierKey> key, Optional<Path> since) {

    static final String USAGE =
            "Usage: ./kezek verify DIR-or-URL [--vkey KEY] [--since CHECKPOINT]";

    sealed interface Parsed {
        record Given(Options options) implements Parsed {}

        record Wrong(String why) implements Parsed {}
    }

    static Parsed parse(String[] args) {
        Optional<String> place = Optional.empty();
        Optional<VerifierKey> key = Optional.empty();
        Optional<Path> since = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            boolean option = args[i].startsWith("--");
            if (option && i + 1 == args.length) {
                return new Parsed.Wrong(args[i] + " needs a value");
            }
            switch (args[i]) {
                case "--vkey" -> {
                    key = VerifierKey.parse(args[++i]).filter(k -> k.type() == KeyType.NOTE);
                    if (key.isEmpty()) {
                        return new Parsed.Wrong(args[i] + " is not the key of a log");
                    }
                }
                case "--since" -> since = Optional.of(Path.of(args[++i]));
                default -> {
                    if (option || place.isPresent()) {
                        return new Parsed.Wrong("nobody knows what " + args[i] + " means here");
                    }
                    place = Optional.of(args[i]);
                }
            }
        }
        return place.isEmpty()
                ? new Parsed.Wrong("say which log to verify")
                : new Parsed.Given(new Options(place.get(), key, since));
    }
}
