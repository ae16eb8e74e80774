package kz.adalkezek.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Writes JSON in the one form of RFC 8785, narrowed to what entries hold: objects, lists, strings,
/// booleans and integers up to 2^53 - 1 either way. The same value always gives the same bytes.
public final class CanonicalJson {

    public static final long MAX_INTEGER = (1L << 53) - 1;
    public static final int MAX_DEPTH = 32;

    private static final int FIRST_BYTES = 512;
    private static final int ESCAPE_MAX_BYTES = 6;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    private CanonicalJson() {}

    /// The object in UTF-8. Values are String, Long, Integer, Boolean, List and Map with keys of
    /// String; keys are sorted by UTF-16 code units. A sorted map saves the sorting.
    ///
    /// @throws IllegalArgumentException for any other value, null, half a surrogate pair, an
    ///   integer out of range, or more than 32 levels
    public static byte[] write(Map<String, ?> object) {
        var json = new CanonicalJson();
        json.object(object, 1);
        return Arrays.copyOf(json.bytes, json.length);
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case String text -> string(text);
            case Long number -> integer(number);
            case Integer number -> integer(number);
            case Boolean truth -> ascii(truth ? "true" : "false");
            case Map<?, ?> object -> object(object, depth + 1);
            case List<?> list -> list(list, depth + 1);
            case null -> throw new IllegalArgumentException("a key without a value is left out");
            default ->
                    throw new IllegalArgumentException(
                            "canonical JSON has no form for a " + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> object, int depth) {
        requireDepth(depth);
        char separator = '{';
        for (var name : sorted(object)) {
            put(separator);
            string(name);
            put(':');
            value(object.get(name), depth);
            separator = ',';
        }
        if (object.isEmpty()) {
            put('{');
        }
        put('}');
    }

    private void list(List<?> list, int depth) {
        requireDepth(depth);
        char separator = '[';
        for (var element : list) {
            put(separator);
            value(element, depth);
            separator = ',';
        }
        if (list.isEmpty()) {
            put('[');
        }
        put(']');
    }

    private static List<String> sorted(Map<?, ?> object) {
        var names = new ArrayList<String>(object.size());
        for (var key : object.keySet()) {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a member's name is a string: " + key);
            }
            names.add(name);
        }
        if (!(object instanceof SortedMap<?, ?> map && map.comparator() == null)) {
            // String compares by UTF-16 code units, as RFC 8785 section 3.2.3 asks.
            names.sort(null);
        }
        return names;
    }

    private void integer(long number) {
        if (number < -MAX_INTEGER || number > MAX_INTEGER) {
            throw new IllegalArgumentException("beyond 2^53 - 1: " + number);
        }
        ascii(Long.toString(number));
    }

    private void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void string(String text) {
        int count = text.length();
        reserve(Math.addExact(Math.multiplyExact(count, ESCAPE_MAX_BYTES), 2));
        bytes[length++] = '"';
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                character(c);
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | (c >> 6));
                continuation(c);
            } else if (!Character.isSurrogate(c)) {
                bytes[length++] = (byte) (0xE0 | (c >> 12));
                continuation(c >> 6);
                continuation(c);
            } else {
                pair(text, i++);
            }
        }
        bytes[length++] = '"';
    }

    private void character(char c) {
        if (c >= 0x20 && c != '"' && c != '\\') {
            bytes[length++] = (byte) c;
            return;
        }
        bytes[length++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[length++] = (byte) c;
            case '\b' -> bytes[length++] = 'b';
            case '\t' -> bytes[length++] = 't';
            case '\n' -> bytes[length++] = 'n';
            case '\f' -> bytes[length++] = 'f';
            case '\r' -> bytes[length++] = 'r';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = (byte) Character.forDigit(c >> 4, 16);
                bytes[length++] = (byte) Character.forDigit(c & 0xF, 16);
            }
        }
    }

    private void pair(String text, int i) {
        if (i + 1 == text.length()
                || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
            throw new IllegalArgumentException("half a surrogate pair at character " + i);
        }
        int c = text.codePointAt(i);
        bytes[length++] = (byte) (0xF0 | (c >> 18));
        continuation(c >> 12);
        continuation(c >> 6);
        continuation(c);
    }

    /// Six bits of a character that takes several bytes in UTF-8.
    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | (bits & 0x3F));
    }

    private void put(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(length, Math.max(length, more)));
        }
    }

    private static void requireDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("more than 32 levels of objects and lists");
        }
    }
}
