package kz.adalkezek.server.web;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The sentences of the screens, by language and key. All languages have the same keys; a sentence
/// may hold `{placeholders}`.
public final class Texts {

    private static final int FILE_MAX_BYTES = 1 << 20;

    private final Map<Language, Map<String, String>> sentences;

    private Texts(Map<Language, Map<String, String>> sentences) {
        this.sentences = sentences;
    }

    /// Reads `screens/texts.<language>.json` from the class path: objects within objects, whose
    /// names joined by dots are the keys.
    ///
    /// @throws IllegalStateException if a file is missing or not such a tree
    public static Texts load() {
        var sentences = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var language : Language.values()) {
            var flat = new TreeMap<String, String>();
            flatten("", StrictBody.parse(file(language)), flat);
            sentences.put(language, flat);
        }
        return new Texts(sentences);
    }

    /// The sentence with its placeholders filled.
    ///
    /// @throws IllegalStateException if nobody has written that sentence
    public String sentence(Language language, String key, Map<String, String> values) {
        var sentence = all(language).get(key);
        if (sentence == null) {
            throw new IllegalStateException("no text " + key + " in " + language.tag());
        }
        for (var value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        }
        return sentence;
    }

    public Set<String> keys(Language language) {
        return all(language).keySet();
    }

    private Map<String, String> all(Language language) {
        return sentences.getOrDefault(language, Map.of());
    }

    private static void flatten(String prefix, Map<?, ?> tree, Map<String, String> flat) {
        tree.forEach((name, value) -> {
            switch (value) {
                case String sentence -> flat.put(prefix + name, sentence);
                case Map<?, ?> branch -> flatten(prefix + name + ".", branch, flat);
                default ->
                        throw new IllegalStateException(
                                "text " + prefix + name + " is no sentence");
            }
        });
    }

    private static byte[] file(Language language) {
        var name = "/screens/texts." + language.tag() + ".json";
        try (var file = Texts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program has no file " + name);
            }
            return file.readNBytes(FILE_MAX_BYTES);
        } catch (IOException e) {
            throw new IllegalStateException("could not read " + name, e);
        }
    }
}
