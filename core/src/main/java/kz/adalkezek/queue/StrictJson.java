package kz.adalkezek.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one JSON object of texts, integers, truths, lists and objects, and nothing else: no null,
/// no fraction, no second value behind it, no member twice; strict UTF-8 without a byte order mark,
/// no half of a surrogate pair.
public final class StrictJson {

    private static final int DEPTH_MAX = 16;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                    .build();

    private StrictJson() {}

    /// @throws IllegalArgumentException for anything else; the message says what and where
    public static Map<String, Object> read(byte[] utf8) {
        try (var parser = FACTORY.createParser(text(utf8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            var object = object(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON object");
            }
            return object;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /// The parser itself would guess other encodings and accept longer forms of characters.
    private static String text(byte[] utf8) {
        var text = new String(utf8, UTF_8);
        if (!Arrays.equals(text.getBytes(UTF_8), utf8)) {
            throw new IllegalArgumentException("not UTF-8");
        }
        return text;
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = whole(parser.currentName());
            parser.nextToken();
            if (members.put(name, value(parser)) != null) {
                throw new IllegalArgumentException("the member " + name + " stands twice");
            }
        }
        return members;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        var elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> whole(parser.getText());
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            default ->
                    throw new IllegalArgumentException(
                            "only texts, integers, truths, lists and objects may stand at "
                                    + parser.currentLocation().offsetDescription());
        };
    }

    /// An escape may stand for half a surrogate pair, which no UTF-8 can hold.
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length()
                        || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new IllegalArgumentException("half a surrogate pair in a text");
                }
                i++;
            }
        }
        return text;
    }
}
