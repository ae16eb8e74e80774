package kz.adalkezek.kiosk.touch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The body of a request, one small JSON object read by name. Every wrong member is refused with
/// its name.
final class Body {

    static final int MAX_BYTES = 4 * 1024;

    private static final int DEPTH_MAX = 4;

    private static final ObjectReader JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /// @param known the only members that it may have
    static Body of(Context ctx, String... known) {
        return upTo(MAX_BYTES, ctx, known);
    }

    /// For a body that may be longer than others.
    static Body upTo(int maxBytes, Context ctx, String... known) {
        var type = ctx.contentType();
        var essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!essence.equals("application/json")) {
            throw new TouchProblemException(TouchProblem.CONTENT_TYPE);
        }
        var object = parse(bytes(ctx, maxBytes));
        var unknown = new TreeSet<String>();
        object.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw new TouchProblemException(TouchProblem.UNKNOWN_MEMBER, unknown.getFirst());
        }
        return new Body(object);
    }

    String text(String name) {
        return textIfAny(name).orElseThrow(() -> wrong(name));
    }

    Optional<String> textIfAny(String name) {
        var node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw wrong(name);
        }
        return Optional.of(node.textValue());
    }

    boolean truth(String name) {
        if (!object.path(name).isBoolean()) {
            throw wrong(name);
        }
        return object.path(name).booleanValue();
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        if (!object.path(name).isArray()) {
            throw wrong(name);
        }
        for (var element : object.path(name)) {
            if (!element.isTextual()) {
                throw wrong(name);
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    static TouchProblemException wrong(String name) {
        return new TouchProblemException(TouchProblem.MEMBER_WRONG, name);
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var object = JSON.readTree(text);
            if (object.isObject()) {
                return object;
            }
        } catch (JacksonException | CharacterCodingException e) {
            throw new TouchProblemException(TouchProblem.BODY_NOT_JSON);
        }
        throw new TouchProblemException(TouchProblem.BODY_NOT_JSON);
    }

    private static byte[] bytes(Context ctx, int maxBytes) {
        try {
            // One byte more than may come shows a body that is too large and has no length.
            byte[] bytes = ctx.bodyInputStream().readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes || ctx.contentLength() > maxBytes) {
                throw new TouchProblemException(TouchProblem.BODY_TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            // The sender stopped in the middle.
            throw new TouchProblemException(TouchProblem.BAD_REQUEST);
        }
    }
}
