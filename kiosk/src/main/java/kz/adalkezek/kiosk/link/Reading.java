package kz.adalkezek.kiosk.link;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One JSON object of an answer, read by name and within limits. Members that nobody asks for are
/// left alone: a newer branch may say more.
final class Reading {

    private static final int DEPTH_MAX = 16;
    private static final int INSTANT_MAX_CHARS = 40;

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
    private final String path;

    private Reading(JsonNode object, String path) throws StrangeAnswerException {
        if (!object.isObject()) {
            throw new StrangeAnswerException((path.isEmpty() ? "it" : path) + " is no JSON object");
        }
        this.object = object;
        this.path = path;
    }

    static Reading of(byte[] json) throws StrangeAnswerException {
        try {
            return new Reading(JSON.readTree(json), "");
        } catch (JacksonException e) {
            throw new StrangeAnswerException("it is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /// One line of 1 to so many characters.
    String text(String name, int maxChars) throws StrangeAnswerException {
        var node = object.path(name);
        var text = node.isTextual() ? node.textValue() : "";
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        if (text.isBlank() || text.length() > maxChars || !plain) {
            throw wrong(name, "is no text of 1 to " + maxChars + " characters on one line");
        }
        return text;
    }

    /// Nothing where it is not there, or null.
    Optional<String> textIfAny(String name, int maxChars) throws StrangeAnswerException {
        return object.hasNonNull(name) ? Optional.of(text(name, maxChars)) : Optional.empty();
    }

    Optional<Long> numberIfAny(String name, long max) throws StrangeAnswerException {
        return object.hasNonNull(name) ? Optional.of(number(name, max)) : Optional.empty();
    }

    /// Nothing where it is not there: texts as [#text] reads them.
    List<String> textsIfAny(String name, int max, int maxChars) throws StrangeAnswerException {
        var node = object.path(name);
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > max) {
            throw wrong(name, "is no list of up to " + max);
        }
        var texts = new ArrayList<String>();
        for (var element : node) {
            var text = element.isTextual() ? element.textValue() : "";
            if (text.isBlank()
                    || text.length() > maxChars
                    || text.chars().anyMatch(Character::isISOControl)) {
                throw wrong(name, "holds no texts of 1 to " + maxChars + " characters");
            }
            texts.add(text);
        }
        return texts;
    }

    long number(String name, long max) throws StrangeAnswerException {
        var node = object.path(name);
        if (!node.canConvertToLong()
                || !node.isIntegralNumber()
                || node.longValue() < 0
                || node.longValue() > max) {
            throw wrong(name, "is no whole number from 0 to " + max);
        }
        return node.longValue();
    }

    boolean truth(String name) throws StrangeAnswerException {
        var node = object.path(name);
        if (!node.isBoolean()) {
            throw wrong(name, "is neither true nor false");
        }
        return node.booleanValue();
    }

    /// ISO 8601 with offset.
    Optional<OffsetDateTime> instantIfAny(String name) throws StrangeAnswerException {
        if (!object.has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text(name, INSTANT_MAX_CHARS)));
        } catch (DateTimeException e) {
            throw wrong(name, "is no instant with an offset");
        }
    }

    Reading object(String name) throws StrangeAnswerException {
        return new Reading(object.path(name), at(name));
    }

    Optional<Reading> objectIfAny(String name) throws StrangeAnswerException {
        return object.hasNonNull(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<Reading> objects(String name, int max) throws StrangeAnswerException {
        var node = object.path(name);
        if (!node.isArray() || node.size() > max) {
            throw wrong(name, "is no list of up to " + max);
        }
        var objects = new ArrayList<Reading>();
        for (var element : node) {
            objects.add(new Reading(element, at(name)));
        }
        return objects;
    }

    /// The objects within this one, by name.
    Map<String, Reading> each(int max) throws StrangeAnswerException {
        if (object.size() > max) {
            throw new StrangeAnswerException(path + " has more than " + max + " members");
        }
        var each = new LinkedHashMap<String, Reading>();
        for (var member : object.properties()) {
            each.put(member.getKey(), new Reading(member.getValue(), at(member.getKey())));
        }
        return each;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    StrangeAnswerException wrong(String name, String fault) {
        return new StrangeAnswerException(at(name) + " " + fault);
    }
}
