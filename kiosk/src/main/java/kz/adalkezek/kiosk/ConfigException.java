package kz.adalkezek.kiosk;

import java.nio.file.Path;
import java.util.List;

/// A configuration file that says something senseless: every fault of it with line and remedy.
final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConfigException(Path file, List<String> faults) {
        super(file + " is not usable:\n  " + String.join("\n  ", faults));
    }
}
