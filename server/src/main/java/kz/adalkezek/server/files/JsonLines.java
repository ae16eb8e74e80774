package kz.adalkezek.server.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Reads a JSON file twice: for its values, and for the lines on which they stand.
final class JsonLines {

    private static final int DEPTH_MAX = 16;

    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonLines() {}

    static Located read(Path file, String text, Errata errata) {
        try {
            var root = JSON.readTree(text);
            if (!root.isObject()) {
                errata.fault(file, 1, "", "this is not a JSON object", "begin with {");
                return Located.nothing(file);
            }
            return new Located(file, root, lines(text));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            errata.fault(
                    file,
                    at == null ? 1 : at.getLineNr(),
                    "",
                    "this is not JSON (" + e.getOriginalMessage() + ")",
                    "look at this line and the one before it");
            return Located.nothing(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always readable", e);
        }
    }

    private static Map<String, Integer> lines(String text) throws IOException {
        var lines = new HashMap<String, Integer>();
        Deque<String> within = new ArrayDeque<>();
        Deque<Integer> places = new ArrayDeque<>();
        var path = "";
        try (JsonParser parser = JSON.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    path = within.getFirst() + "/" + parser.currentName();
                } else if (token.isStructEnd()) {
                    within.pop();
                    places.pop();
                } else {
                    path = placed(path, within, places);
                    lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
                    if (token.isStructStart()) {
                        within.push(path);
                        places.push(token == JsonToken.START_ARRAY ? 0 : NAMED);
                    }
                }
            }
        }
        return lines;
    }

    private static final int NAMED = -1;

    /// The path of a value: its member's, or the next place of the list in which it stands.
    private static String placed(String path, Deque<String> within, Deque<Integer> places) {
        if (places.isEmpty() || places.getFirst() == NAMED) {
            return path;
        }
        int place = places.pop();
        places.push(place + 1);
        return within.getFirst() + "/" + place;
    }
}
