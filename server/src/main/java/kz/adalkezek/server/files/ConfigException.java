package kz.adalkezek.server.files;

import java.util.List;

/// Files of a branch that say something senseless: every fault with file, line and remedy.
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param faults each as `file:line: key: what is wrong; remedy`
    ConfigException(List<String> faults) {
        super("the files of the branch are not usable:\n  " + String.join("\n  ", faults));
    }
}
