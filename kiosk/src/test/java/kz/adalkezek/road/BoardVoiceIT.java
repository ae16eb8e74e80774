package kz.adalkezek.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.road.Ear.Said;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a hall hears of its calls.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BoardVoiceIT {

    private static final int COUNTERS = 5;

    private DemoHall hall;
    private final List<Clerk> clerks = new ArrayList<>();
    private final List<Clerk> calling = new ArrayList<>();
    private Path folder;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        hall = DemoHall.open(folder);
        for (int counter = 1; counter <= COUNTERS; counter++) {
            clerks.add(new Clerk(hall, counter));
        }
    }

    @AfterAll
    void close() {
        if (hall != null) {
            hall.close();
        }
    }

    @BeforeEach
    void keep(@TempDir Path folder) {
        this.folder = folder;
    }

    /// No call is left for the next test.
    @AfterEach
    void serve() throws Exception {
        for (var clerk : calling) {
            clerk.serves();
        }
        calling.clear();
    }

    @Test
    void isOneCallAfterTheOther() throws Exception {
        try (var board = board()) {
            var ear = opens(board, "nothing");
            hall.takeTicket("ID-CARD", "ru");
            hall.takeTicket("ID-CARD", "en");
            long first = calls(0);
            long second = calls(1);

            var said = ear.hears(2);

            assertThat(said).extracting(Said::call).containsExactly(first, second);
            assertThat(said).allMatch(Said::spoken).allMatch(one -> one.words() == one.full());
            assertThat(said.getFirst().plan().at("/full/2/language").asText()).isEqualTo("ru");
            assertThat(said.getLast().plan().at("/full/4/language").asText()).isEqualTo("en");
            var log = new LogText(hall);
            log.awaits("\"call\":" + second + ",");
            assertThat(log.events())
                    .filteredOn(event -> event.contains("\"t\":\"call.shown\""))
                    .filteredOn(event -> event.contains("\"call\":" + second + ","))
                    .singleElement()
                    .asString()
                    .contains("\"spoken\":true");
        }
    }

    @Test
    void isShorterWhenCallsPileUpAndLeavesNobodyOut() throws Exception {
        for (int i = 0; i < COUNTERS; i++) {
            hall.takeTicket("ID-CARD");
        }
        try (var board = board()) {
            var ear = opens(board, "nothing");
            var calls = new ArrayList<Long>();
            for (int i = 0; i < COUNTERS; i++) {
                calls.add(calls(i));
            }

            var said = ear.hears(COUNTERS);

            assertThat(said).extracting(Said::call).isEqualTo(calls);
            assertThat(said).allMatch(Said::spoken);
            assertThat(said).anyMatch(one -> one.words() == one.brief());
            assertThat(said.getLast().words()).isEqualTo(said.getLast().full());
        }
    }

    @Test
    void marksARepetition() throws Exception {
        try (var board = board()) {
            var ear = opens(board, "nothing");
            hall.takeTicket("ID-CARD");
            calls(0);
            assertThat(ear.hears(1).getFirst().plan().path("recall").asBoolean()).isFalse();
            long again = calling.getFirst().callsAgain();

            var said = ear.hears(2).getLast();

            assertThat(said.call()).isEqualTo(again);
            assertThat(said.spoken()).isTrue();
            assertThat(said.plan().at("/full/0/clips/0").asText()).isEqualTo("kk-again");
            assertThat(said.words()).isEqualTo(said.full());
            board.see(".hero .word", "Қайта шақыру");
        }
    }

    @Test
    void goesOnWithoutAWordThatIsMissing() throws Exception {
        try (var board = board()) {
            var ear = opens(board, "/kk-go");
            hall.takeTicket("ID-CARD");
            calls(0);

            var said = ear.hears(1).getFirst();

            assertThat(said.spoken()).as("not all of it was heard").isFalse();
            assertThat(said.words()).isEqualTo(said.full() - 1);
        }
    }

    @Test
    void beginsAnewAfterAReloadAndRepeatsNothingThatWasAcknowledged() throws Exception {
        try (var board = board()) {
            var ear = opens(board, "nothing");
            hall.takeTicket("ID-CARD");
            hall.takeTicket("ID-CARD");
            long first = calls(0);
            board.see("[data-speaking='" + first + "']");
            board.reload();
            assertThat(ear.hears(1)).extracting(Said::call).containsExactly(first);
            assertThat(ear.hears(1)).allMatch(Said::spoken);
            new LogText(hall).awaits("\"call\":" + first + ",\"dn\":");

            board.reload();
            board.see(".hero[data-call='" + first + "']");
            long second = calls(1);

            assertThat(ear.hears(1)).extracting(Said::call).containsExactly(second);
        }
    }

    @Test
    void isMissedHonestlyUntilSomebodyAllowsSound() throws Exception {
        var policy = "document-user-activation-required";
        try (var board = new Chromium(folder.resolve("untouched"), 1920, 1080, policy)) {
            var ear = opens(board, "nothing");
            hall.takeTicket("ID-CARD");
            hall.takeTicket("ID-CARD");
            calls(0);
            board.see(".blocked", "Дыбыс үшін экранды түртіңіз");
            assertThat(ear.hears(1)).noneMatch(Said::spoken);

            board.click("#page");
            board.notSee(".blocked");
            calls(1);

            assertThat(ear.hears(2).getLast().spoken()).isTrue();
        }
    }

    /// The words of a whole announcement, rendered without a sound card: sound in each word,
    /// silence between.
    @Test
    void isJoinedFromWordsWithSilenceBetween() throws Exception {
        try (var board = board()) {
            opens(board, "nothing");
            var loudness =
                    board.script(
                            """
                            return (async () => {
                              const { join, schedule } = await import("/screens/board-voice.js");
                              const clips = ["gong", "kk-ticket", "kk-letter-k", "kk-40", "kk-7",
                                  "kk-10", "kk-ord-2", "kk-go"];
                              const rate = 24_000;
                              const context = new OfflineAudioContext(1, 30 * rate, rate);
                              const buffers = new Map();
                              for (const clip of clips) {
                                const answer = await fetch("/api/v1/clips/" + clip);
                                buffers.set(clip, await context.decodeAudioData(await answer.arrayBuffer()));
                              }
                              const joined = join([["gong"], clips.slice(1, 5), clips.slice(5)], buffers);
                              schedule(context, joined, 0);
                              const sound = (await context.startRendering()).getChannelData(0);
                              const most = (from, to) =>
                                  sound.slice(Math.ceil(from * rate), Math.floor(to * rate))
                                      .reduce((most, one) => Math.max(most, Math.abs(one)), 0);
                              const words = joined.starts.map(({ at, buffer }) => [at, at + buffer.duration]);
                              const gaps = words.slice(1).map(([from], i) => [words[i][1], from]);
                              return [Math.min(...words.map((word) => most(...word))),
                                  Math.max(...gaps.map((gap) => most(...gap))),
                                  Math.min(...gaps.map(([from, to]) => to - from)),
                                  joined.starts.length, most(joined.length, 30)].join(" ");
                            })();
                            """);
            var told = String.valueOf(loudness).split(" ", -1);
            assertThat(Double.parseDouble(told[0])).as("the quietest word").isGreaterThan(0.1);
            assertThat(Double.parseDouble(told[1])).as("the loudest gap").isLessThan(0.001);
            assertThat(Double.parseDouble(told[2])).as("the shortest gap").isGreaterThan(0.11);
            assertThat(told[3]).as("words").isEqualTo("8");
            assertThat(Double.parseDouble(told[4])).as("after the last").isLessThan(0.001);
        }
    }

    private Chromium board() throws IOException {
        return new Chromium(folder.resolve("board"), 1920, 1080);
    }

    /// A board that has looked on once: what is called from now on is new.
    private Ear opens(Chromium board, String missing) throws IOException {
        var ear = new Ear(board, missing);
        board.open(hall.board());
        board.see("footer strong[data-waiting]");
        board.see(".hero .word:not(:empty)");
        return ear;
    }

    private long calls(int clerk) throws Exception {
        long call = clerks.get(clerk).calls();
        calling.add(clerks.get(clerk));
        return call;
    }
}
