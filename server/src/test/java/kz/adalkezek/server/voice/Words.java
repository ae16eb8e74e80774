package kz.adalkezek.server.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.server.voice.Announcement.Sentence;

/// The words that were recorded, read from the list that the recordings are made from.
final class Words {

    private final Map<String, String> byClip = new TreeMap<>();

    Words() throws IOException {
        for (var row : rows("/screens/sounds/clips.tsv")) {
            assertThat(byClip.put(row[0], row[1])).as(row[0]).isNull();
        }
    }

    Map<String, String> byClip() {
        return byClip;
    }

    String said(List<String> clips) {
        assertThat(byClip.keySet()).containsAll(clips);
        return String.join(" ", clips.stream().map(byClip::get).toList());
    }

    /// What a hall hears, one line a sentence.
    List<String> heard(List<Sentence> sentences) {
        return sentences.stream().map(sentence -> said(sentence.clips())).toList();
    }

    /// Rows of a table below its headings.
    static List<String[]> rows(String resource) throws IOException {
        try (var file = Words.class.getResourceAsStream(resource)) {
            assertThat(file).as(resource).isNotNull();
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }
}
