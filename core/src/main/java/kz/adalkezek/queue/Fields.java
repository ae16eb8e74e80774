package kz.adalkezek.queue;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The members of one JSON object, read by name. Every refusal names the member.
final class Fields {

    private final Map<String, Object> members;

    Fields(Map<String, Object> members) {
        this.members = members;
    }

    @SuppressWarnings("unchecked")
    static Fields of(Object value) {
        if (!(value instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("not an object");
        }
        return new Fields((Map<String, Object>) value);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) {
        return read(name, String.class);
    }

    long number(String name) {
        return read(name, Long.class);
    }

    int count(String name) {
        long value = number(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " is out of range");
        }
        return (int) value;
    }

    /// Present only when true.
    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (!read(name, Boolean.class)) {
            throw new IllegalArgumentException(name + " is left out when it is false");
        }
        return true;
    }

    boolean truth(String name) {
        return read(name, Boolean.class);
    }

    Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    LocalDate date(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is not a date", e);
        }
    }

    Code code(String name) {
        return has(name) ? new Code(text(name)) : Code.NONE;
    }

    /// A code that must stand there.
    Code word(String name) {
        var word = new Code(text(name));
        if (word.isNone()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return word;
    }

    VisitId visit() {
        return new VisitId(number("visit"));
    }

    DeskId desk() {
        return new DeskId(count("desk"));
    }

    Optional<DeskId> deskIfAny() {
        return has("desk") ? Optional.of(desk()) : Optional.empty();
    }

    Optional<Instant> instantIfAny(String name) {
        return has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    List<GroupCode> groups(String name) {
        return list(name, value -> new GroupCode(string(name, value)));
    }

    <T> List<T> list(String name, Function<Object, T> element) {
        var list = new ArrayList<T>();
        for (Object value : read(name, List.class)) {
            list.add(element.apply(value));
        }
        return list;
    }

    Fields object(String name) {
        return Fields.of(read(name, Map.class));
    }

    Optional<Fields> objectIfAny(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    <K extends Comparable<K>, V> Sorted<K, V> sorted(
            Function<String, K> key, Function<Object, V> value) {
        var sorted = Sorted.<K, V>empty();
        for (var member : members.entrySet()) {
            sorted = sorted.put(key.apply(member.getKey()), value.apply(member.getValue()));
        }
        return sorted;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        var text = text(name);
        for (var value : type.getEnumConstants()) {
            if (kebab(value).equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException(name + " is not one of the known words");
    }

    /// The word for an enum constant in JSON: `DAY_CLOSED` is `day-closed`.
    static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String string(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " holds something that is no text");
    }

    static int integer(Object value) {
        if (value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw new IllegalArgumentException("not a count");
    }

    private <T> T read(String name, Class<T> type) {
        var value = members.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is missing or of another type");
        }
        return type.cast(value);
    }
}
