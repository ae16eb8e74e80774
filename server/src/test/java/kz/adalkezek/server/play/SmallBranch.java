package kz.adalkezek.server.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.PolicyCodec;
import kz.adalkezek.server.branch.Catalogue;

/// Two counters with the demo's rules, and the people of a small town: everything that can happen
/// to a person happens often.
final class SmallBranch {

    static final GroupCode ID = new GroupCode("ID");
    static final GroupCode SOC = new GroupCode("SOC");

    private SmallBranch() {}

    private static Premises premises(int maxOvertakes) {
        var main = new Code("main");
        var counters =
                List.of(
                        new Premises.Counter(new DeskId(1), main, List.of(ID), List.of(SOC)),
                        new Premises.Counter(new DeskId(2), main, List.of(SOC, ID), List.of()));
        return new Premises(
                ZoneId.of("Asia/Almaty"),
                PolicyCodec.read(policy(maxOvertakes).getBytes(UTF_8)),
                Catalogue.parse(demo("catalogue.json")),
                counters,
                habits());
    }

    static String policy(int maxOvertakes) {
        return demo("policy.json")
                .replace("\"maxOvertakes\": 20", "\"maxOvertakes\": " + maxOvertakes);
    }

    private static Habits habits() {
        var demo = Habits.parse(demo("people.json"));
        return new Habits(
                60,
                10,
                demo.quarters(),
                demo.weekday(),
                demo.dayAfterHoliday(),
                Map.of("ID", 0.7, "SOC", 0.3),
                demo.languages(),
                0.3,
                0.3,
                0.3,
                0.2,
                demo.comesBack(),
                0.1,
                0.1,
                0.1,
                0.3,
                0.3,
                0.1,
                demo.variation(),
                Duration.ofSeconds(42));
    }

    static String demo(String name) {
        try (var file = SmallBranch.class.getResourceAsStream("/demo/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a run says, and whether everything held.
    record Said(String text, boolean held) {}

    static Said plays(Law law, long seed, int days) {
        return plays(law, seed, days, 20);
    }

    static Said plays(Law law, long seed, int days, int maxOvertakes) {
        var out = new ByteArrayOutputStream();
        var result =
                new Simulation(premises(maxOvertakes), law)
                        .run(
                                seed,
                                days,
                                "example.kz/played",
                                "00",
                                _ -> {},
                                new PrintStream(out, true, UTF_8));
        return new Said(out.toString(UTF_8), result.held());
    }
}
