package kz.adalkezek.kiosk.touch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.screens.Screens;
import org.jspecify.annotations.Nullable;

/// The sentences of the kiosk's own problems, from `screens/kiosk.problems.texts.<language>.json`.
final class Texts {

    private static final int HEADER_MAX_CHARS = 256;

    private final Map<Language, Map<String, String>> sentences = new EnumMap<>(Language.class);

    /// @throws IllegalStateException if the program was built without a file
    Texts(Screens screens) {
        for (var language : Language.values()) {
            var name = "kiosk.problems.texts." + language.tag() + ".json";
            var file =
                    screens.file(name)
                            .orElseThrow(() -> new IllegalStateException("no file " + name));
            var flat = new TreeMap<String, String>();
            try {
                flatten("", JsonMapper.builder().build().readTree(file.bytes()), flat);
            } catch (IOException e) {
                throw new UncheckedIOException("could not read " + name, e);
            }
            sentences.put(language, flat);
        }
    }

    Set<String> keys(Language language) {
        return Set.copyOf(all(language).keySet());
    }

    /// @param member fills the placeholder of that name
    String sentence(Language language, TouchProblem problem, String member) {
        var key = "problem." + problem.code();
        var sentence = all(language).get(key);
        if (sentence == null) {
            throw new IllegalStateException("no text " + key + " in " + language.tag());
        }
        return sentence.replace("{member}", member);
    }

    /// The language that an `Accept-Language` header likes best; Kazakh for one that says nothing
    /// useful, because words alone must not refuse a touch.
    static Language asked(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > HEADER_MAX_CHARS) {
            return Language.KK;
        }
        try {
            for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
                for (var language : Language.values()) {
                    if (range.getRange().split("-", 2)[0].equals(language.tag())) {
                        return language;
                    }
                }
            }
            return Language.KK;
        } catch (IllegalArgumentException e) {
            return Language.KK;
        }
    }

    private Map<String, String> all(Language language) {
        return sentences.getOrDefault(language, Map.of());
    }

    private static void flatten(String prefix, JsonNode tree, Map<String, String> flat) {
        for (var member : tree.properties()) {
            if (member.getValue().isObject()) {
                flatten(prefix + member.getKey() + ".", member.getValue(), flat);
            } else {
                flat.put(prefix + member.getKey(), member.getValue().textValue());
            }
        }
    }
}
