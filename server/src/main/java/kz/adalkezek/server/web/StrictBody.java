package kz.adalkezek.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One JSON object as a map of texts, whole numbers, truths, lists and maps. A member that is null
/// is left out. Texts come out in Unicode's NFC.
final class StrictBody {

    /// The largest whole number that every reader of JSON holds exactly (RFC 8259 section 6).
    private static final long NUMBER_MAX = (1L << 53) - 1;

    private static final int DEPTH_MAX = 16;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                    .build();

    private StrictBody() {}

    /// @throws ProblemException saying which rule the bytes break
    static Map<String, Object> parse(byte[] bytes) {
        try (var parser = FACTORY.createParser(utf8(bytes).toString())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Problem.of(ProblemCode.BODY_NOT_JSON).asException();
            }
            var object = object(parser);
            if (parser.nextToken() != null) {
                throw Problem.of(ProblemCode.BODY_NOT_JSON).asException();
            }
            return object;
        } catch (JsonProcessingException e) {
            throw Problem.of(ProblemCode.BODY_NOT_JSON).asException();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read a text in memory", e);
        }
    }

    private static CharBuffer utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw Problem.of(ProblemCode.BODY_NOT_UTF8).asException();
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        var seen = new HashSet<String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (!seen.add(name)) {
                throw Problem.of(ProblemCode.MEMBER_TWICE, Map.of("member", name)).asException();
            }
            parser.nextToken();
            var value = value(parser, name);
            if (value != null) {
                members.put(name, value);
            }
        }
        return members;
    }

    private static List<Object> array(JsonParser parser, String name) throws IOException {
        var elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var value = value(parser, name);
            if (value == null) {
                throw wrong(name);
            }
            elements.add(value);
        }
        return elements;
    }

    private static @Nullable Object value(JsonParser parser, String name) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> text(parser.getText(), name);
            case VALUE_NUMBER_INT -> number(parser, name);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser, name);
            default -> throw wrong(name);
        };
    }

    private static String text(String text, String name) {
        // Half of a surrogate pair can be written as an escape, and is no character.
        if (!UTF_8.newEncoder().canEncode(text)) {
            throw wrong(name);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static long number(JsonParser parser, String name) throws IOException {
        boolean isLong = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!isLong || Math.abs(parser.getLongValue()) > NUMBER_MAX) {
            throw wrong(name);
        }
        return parser.getLongValue();
    }

    private static ProblemException wrong(String name) {
        return Problem.of(ProblemCode.MEMBER_WRONG, Map.of("member", name)).asException();
    }
}
