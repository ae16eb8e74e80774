package kz.adalkezek.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Hears what a board plays: each word as it is put on the clock of the sound card, its end, and
/// what the board asks and tells the branch meanwhile, in the order in which it happens.
final class Ear {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_S = 120;
    private static final int LOOK_MS = 100;

    private static final String HOOK =
            """
            window.heard = [];
            const Node = AudioBufferSourceNode.prototype;
            const start = Node.start;
            Node.start = function (when) {
              const to = when + this.buffer.duration;
              window.heard.push({ what: "word", from: when, to });
              // The page may be told of an end while the clock still stands a moment before it.
              this.addEventListener("ended", () =>
                  window.heard.push({ what: this.context.currentTime > to - 0.05 ? "end" : "cut" }));
              return start.call(this, when);
            };
            const ask = window.fetch;
            window.fetch = async (address, options) => {
              if (options?.method === "PUT") window.heard.push({ what: "told", ...JSON.parse(options.body) });
              if (String(address).endsWith(window.missing)) return new Response("", { status: 404 });
              const answer = await ask(address, options);
              if (String(address).includes("/announcement")) {
                window.heard.push({ what: "plan", ...(await answer.clone().json()) });
              }
              return answer;
            };
            """;

    private final Chromium browser;

    /// @param missing the end of an address that is not there, or "nothing"
    Ear(Chromium browser, String missing) {
        this.browser = browser;
        browser.beforePages("window.missing = '" + missing + "';" + HOOK);
    }

    /// One announcement.
    ///
    /// @param words how many were played
    record Said(long call, JsonNode plan, int words, boolean spoken) {
        int full() {
            return words(plan.path("full"));
        }

        int brief() {
            return words(plan.path("brief"));
        }

        private static int words(JsonNode sentences) {
            int words = 1; // the gong
            for (var sentence : sentences) {
                words += sentence.path("clips").size();
            }
            return words;
        }
    }

    /// Waits until the board has acknowledged so many calls since the page was opened.
    ///
    /// @return them in order, each heard whole: no word begins before the one before it has ended,
    ///   and the branch is told after the last
    List<Said> hears(int count) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (said(heard()).size() < count) {
            assertThat(System.nanoTime()).as("%s", heard()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        return said(heard());
    }

    private JsonNode heard() throws IOException {
        return JSON.readTree(String.valueOf(browser.script("return JSON.stringify(window.heard)")));
    }

    private static List<Said> said(JsonNode heard) {
        var all = new ArrayList<Said>();
        JsonNode plan = JSON.createObjectNode();
        int words = 0;
        int ended = 0;
        double end = 0;
        for (var one : heard) {
            switch (one.path("what").asText()) {
                case "plan" -> plan = one;
                case "word" -> {
                    assertThat(one.path("from").asDouble()).isGreaterThanOrEqualTo(end);
                    end = one.path("to").asDouble();
                    words++;
                }
                case "end" -> ended++;
                case "told" -> {
                    assertThat(ended).as("words heard to their end: %s", heard).isEqualTo(words);
                    long call = one.path("shown").asLong();
                    assertThat(plan.path("call").asLong()).isEqualTo(call);
                    all.add(new Said(call, plan, words, one.path("spoken").asBoolean()));
                    words = 0;
                    ended = 0;
                }
                default -> assertThat(one).as("%s", heard).isNull();
            }
        }
        return all;
    }
}
