package kz.adalkezek.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Options of a command line: `--name value`, or `--name` alone for a switch.
record Options(Map<String, String> values) {

    private static final String PREFIX = "--";

    Options {
        values = Map.copyOf(values);
    }

    /// @param known names; one with a `!` behind it is a switch
    static Options of(List<String> args, String... known) {
        var names = List.of(known);
        var values = new HashMap<String, String>();
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            var name = arg.startsWith(PREFIX) ? arg.substring(PREFIX.length()) : "";
            if (names.contains(name + "!")) {
                values.put(name, "");
            } else if (names.contains(name) && i + 1 < args.size()) {
                values.put(name, args.get(++i));
            } else {
                throw new UsageException(
                        "\"%s\" is not one of %s, or lacks its value"
                                .formatted(arg, String.join(" ", names)));
            }
        }
        return new Options(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return value(name).orElseThrow(() -> new UsageException(PREFIX + name + " is missing"));
    }

    int number(String name, int otherwise, int most) {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(PREFIX + name + " is a number from 0 to " + most);
        }
        throw new UsageException(PREFIX + name + " is a number from 0 to " + most);
    }
}
