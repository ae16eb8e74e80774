package kz.adalkezek.screens;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The words of the pages, `<page>.texts.<language>.json`.
class PageTextsTest {

    private static final Path FILES = Path.of("src/main/resources/screens");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
    private static final Pattern SAID = Pattern.compile("\\bsay(\\.counted)?\\(\"([a-z.-]+)\"");

    static List<String> pages() throws IOException {
        try (var files = Files.list(FILES)) {
            var pages =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".texts.kk.json"))
                            .map(name -> name.substring(0, name.indexOf('.')))
                            .sorted()
                            .toList();
            assertThat(pages).contains("desk");
            return pages;
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void haveTheSameKeysAndPlaceholdersInEveryLanguage(String page) throws IOException {
        var kazakh = texts(page, "kk");
        for (var language : List.of("ru", "en")) {
            var other = texts(page, language);
            assertThat(other.keySet()).as(language).isEqualTo(kazakh.keySet());
            other.forEach((key, sentence) ->
                    assertThat(placeholders(sentence))
                            .as(language + " " + key)
                            .isEqualTo(placeholders(kazakh.getOrDefault(key, ""))));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saySomethingForEveryKeyThatAScriptOfThePageNames(String page) throws IOException {
        var texts = texts(page, "kk");
        // The words of the paper ticket stand on pages as well, below `ticket`.
        texts.putAll(texts("ticket", "kk"));
        assertThat(texts.values()).noneMatch(String::isBlank);
        try (var scripts = Files.newDirectoryStream(FILES, page + "{,-*}.js")) {
            for (var script : scripts) {
                SAID.matcher(Files.readString(script))
                        .results()
                        .map(said -> said.group(2) + (said.group(1) == null ? "" : ".many"))
                        .forEach(key -> assertThat(texts).as(script.toString()).containsKey(key));
            }
        }
    }

    private static Map<String, String> texts(String page, String language) throws IOException {
        var file = FILES.resolve(page + ".texts." + language + ".json");
        var texts = new TreeMap<String, String>();
        flatten("", new ObjectMapper().readTree(Files.readAllBytes(file)), texts);
        return texts;
    }

    private static void flatten(String key, JsonNode node, Map<String, String> into) {
        if (node.isTextual()) {
            into.put(key, node.asText());
        } else {
            node.properties()
                    .forEach(child ->
                            flatten(
                                    key.isEmpty() ? child.getKey() : key + "." + child.getKey(),
                                    child.getValue(),
                                    into));
        }
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(MatchResult::group).collect(toSet());
    }
}
