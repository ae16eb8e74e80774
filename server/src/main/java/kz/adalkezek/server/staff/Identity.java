package kz.adalkezek.server.staff;

import java.util.Locale;

/// Who stands behind a token.
public sealed interface Identity {

    /// @param account the name under which the person signs in; it never enters the log
    record Person(String account, Role role) implements Identity {}

    /// @param id such as `k1`
    record Device(String id, Kind kind) implements Identity {}

    enum Role {
        OPERATOR,
        MANAGER
    }

    enum Kind {
        KIOSK,
        BOARD
    }

    /// As it stands in the database and in JSON.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
