package kz.adalkezek.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreensTest {

    private final Screens screens = new Screens();

    @ParameterizedTest
    @CsvSource({
        "tokens.css, text/css; charset=utf-8",
        "kiosk.html, text/html; charset=utf-8",
        "texts.kk.json, application/json",
        "icons.svg, image/svg+xml",
        "lib/lit-html.js, text/javascript; charset=utf-8",
        "fonts/golos-cyrillic-ext.woff2, font/woff2",
        "sounds/gong.wav, audio/wav",
    })
    void givesEachFileWithItsType(String path, String type) {
        assertThat(screens.file(path).map(ScreenFile::type).orElseThrow()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "none.css",
                "Tokens.css",
                "../screens/tokens.css",
                "fonts/../tokens.css",
                "/tokens.css",
                "fonts//golos-latin.woff2",
                "tokens.css\0.css",
                "tokens.class",
                "a/b/tokens.css",
            })
    void givesNothingElse(String path) {
        assertThat(screens.file(path)).isEmpty();
    }

    @Test
    void namesTheBytesByATagThatDiffersWhereTheyDiffer() {
        var kk = screens.file("texts.kk.json").orElseThrow();
        var ru = screens.file("texts.ru.json").orElseThrow();
        assertThat(kk.tag()).isEqualTo(new Screens().file("texts.kk.json").orElseThrow().tag());
        assertThat(kk.tag()).isNotEqualTo(ru.tag()).startsWith("\"").endsWith("\"");
    }
}
