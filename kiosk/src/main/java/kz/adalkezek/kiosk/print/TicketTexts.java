package kz.adalkezek.kiosk.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The fixed words of a ticket in one language, from `screens/ticket.texts.<language>.json`:
/// objects within objects, whose names joined by dots are the keys.
final class TicketTexts {

    private final Language language;
    private final Map<String, String> sentences = new TreeMap<>();

    /// @throws IllegalStateException if the program was built without that file
    TicketTexts(Language language) {
        this.language = language;
        var name = "/screens/ticket.texts." + language.tag() + ".json";
        try (var file = TicketTexts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program has no file " + name);
            }
            flatten("", JsonMapper.builder().build().readTree(file));
        } catch (IOException e) {
            throw new IllegalStateException("could not read " + name, e);
        }
    }

    Set<String> keys() {
        return Set.copyOf(sentences.keySet());
    }

    String say(String key) {
        var sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalStateException("no text " + key + " in " + language.tag());
        }
        return sentence;
    }

    String say(String key, Map<String, String> values) {
        var sentence = say(key);
        for (var value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        }
        return sentence;
    }

    /// The word that follows this number: `key.one`, `key.few` or `key.many`.
    String counted(String key, long number) {
        return say(key + "." + form(number));
    }

    /// A whole number with its thousands apart.
    String number(long number) {
        var digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, say("ticket.thousands"));
        }
        return digits.toString();
    }

    /// Unicode CLDR plural rules; Kazakh and English use `many` for all but one.
    private String form(long number) {
        if (language != Language.RU) {
            return number == 1 ? "one" : "many";
        }
        long tens = number % 100;
        long ones = number % 10;
        if ((tens >= 11 && tens <= 14) || ones == 0 || ones > 4) {
            return "many";
        }
        return ones == 1 ? "one" : "few";
    }

    private void flatten(String prefix, JsonNode tree) {
        for (var member : tree.properties()) {
            if (member.getValue().isObject()) {
                flatten(prefix + member.getKey() + ".", member.getValue());
            } else {
                sentences.put(prefix + member.getKey(), member.getValue().textValue());
            }
        }
    }
}
