package kz.adalkezek.server.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.adalkezek.server.outside.ChildServer.End;
import kz.adalkezek.server.outside.Client.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real faults of the disk, given by the kernel to one call on the newest bundle file: `strace`
/// answers in its place. The call after it would succeed again, so a server that tried once more
/// would be seen.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultIT {

    private static final int HEALTHY_CALLS = 12;
    private static final String ID_CARD = "ID-CARD";

    /// A branch that was started once; copied, never changed.
    private Path begun = Path.of("");

    @BeforeAll
    void begins(@TempDir Path temp) {
        begun = temp;
        Launch.BRIEF.with("--unlimited").start(begun).stop();
    }

    @ParameterizedTest(name = "{1} at {0} stops the server")
    @CsvSource({
        "pwrite64,  EIO,    write, Input/output error",
        "pwrite64,  ENOSPC, write, No space left on device",
        "fdatasync, EIO,    force, Input/output error",
        "fdatasync, ENOSPC, force, No space left on device"
    })
    void acknowledgesAndSignsNothingAfterAFault(
            String call, String error, String word, String reason, @TempDir Path temp)
            throws IOException, InterruptedException {
        var data = temp.resolve("data");
        run("cp", "-a", begun.toString(), data.toString());
        var bundle = new LogFiles(data).bundle(0);
        var unanswered = UUID.randomUUID();
        var kept = new LinkedHashMap<UUID, Answer>();
        try (var server = traced(call, error, bundle).with("--unlimited").start(data)) {
            long signed = takeUntilTheFault(server.client(), unanswered, kept);
            var end = server.awaitEnd();
            assertThat(end.code()).as(server.output()).isNotZero();
            saysInOneSentence(end, word, bundle, reason);
            assertThat(kept).isNotEmpty();
            assertThat(new LogFiles(data).signedSize()).isEqualTo(signed);
        }
        try (var again = Launch.BRIEF.with("--unlimited").start(data)) {
            hasAll(again.client(), kept);
            assertThat(again.client().take(unanswered, ID_CARD).isDone()).isTrue();
            Soundness.requireSound(data.toString());
        }
    }

    private static Launch traced(String call, String error, Path file) {
        return Launch.BRIEF.under(
                List.of(
                        "strace",
                        "-f",
                        "--seccomp-bpf",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=" + call,
                        "-e",
                        "inject=" + call + ":error=" + error + ":when=" + HEALTHY_CALLS,
                        "-P",
                        file.toString()));
    }

    /// @return the size of the newest checkpoint that was served before the fault
    private static long takeUntilTheFault(Client client, UUID unanswered, Map<UUID, Answer> kept)
            throws IOException {
        long signed = client.checkpointSize();
        for (int i = 0; i < HEALTHY_CALLS; i++) {
            var request = i == HEALTHY_CALLS - 1 ? unanswered : UUID.randomUUID();
            var ticket = answered(client, request);
            if (ticket.isEmpty()) {
                return signed;
            }
            kept.put(request, ticket.get());
            signed = client.checkpointSize();
            assertThat(signed).isGreaterThan(ticket.get().number("index"));
        }
        throw new AssertionError("the fault never came");
    }

    private static Optional<Answer> answered(Client client, UUID request) {
        try {
            var answer = client.take(request, ID_CARD);
            return answer.isDone() ? Optional.of(answer) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).as("%s", List.of(command)).isZero();
    }

    static void saysInOneSentence(End end, String word, Path file, String reason) {
        assertThat(end.complaint().lines())
                .anySatisfy(line -> assertThat(line).contains(word, file.toString(), reason));
        assertThat(end.complaint()).doesNotContain("\tat ");
    }

    static void hasAll(Client client, Map<UUID, Answer> kept) throws IOException {
        for (var ticket : kept.entrySet()) {
            var again = client.take(ticket.getKey(), ID_CARD);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.text("number")).isEqualTo(ticket.getValue().text("number"));
            assertThat(again.number("index")).isEqualTo(ticket.getValue().number("index"));
            assertThat(again.text("token")).isEqualTo(ticket.getValue().text("token"));
        }
    }
}
