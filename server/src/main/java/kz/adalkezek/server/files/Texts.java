package kz.adalkezek.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// What a text of a file has to be, and names in the three languages.
final class Texts {

    static final int NAME_MAX_CHARS = 200;
    static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    private Texts() {}

    /// Something that a screen and a printer can show on one line, with nothing hidden in it.
    static boolean isGood(JsonNode node, int most) {
        return node.isTextual()
                && !node.asText().isBlank()
                && node.asText().length() <= most
                && node.asText().chars().noneMatch(Character::isISOControl)
                && UTF_8.newEncoder().canEncode(node.asText());
    }

    /// A name in each language.
    static Map<String, String> names(Part part) {
        var names = new TreeMap<String, String>();
        for (var language : LANGUAGES) {
            names.put(
                    language,
                    part.text(language, NAME_MAX_CHARS, "write the name in this language"));
        }
        return names;
    }

    /// The object `name`, with a name in each language and nothing else.
    static Map<String, String> named(Part part) {
        var name = part.part("name");
        name.only(Set.copyOf(LANGUAGES));
        return names(name);
    }

    /// The message of the reader is what has to be written.
    static <T> Function<String, T> said(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("write it so: " + e.getMessage(), e);
            }
        };
    }
}
