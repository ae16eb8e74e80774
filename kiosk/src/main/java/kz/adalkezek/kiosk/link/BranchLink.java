package kz.adalkezek.kiosk.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.RequestId;

/// The client of one branch. Every call ends within seconds with a [Reply]. Safe for several
/// threads.
public final class BranchLink implements AutoCloseable {

    public static final int ANSWER_MAX_BYTES = 512 * 1024;

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
    private static final String PROBLEM = "application/problem+json";
    static final String JSON = "application/json";

    private static final int HOW_MAX_CHARS = 40;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CLIENT_ERROR = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final URI api;
    private final URI log;
    private final String token;
    private final boolean tellsTouch;
    private final Cable cable = new Cable();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_PATIENCE)
                    .executor(threads)
                    .build();

    /// @param branch without a slash at the end
    /// @param token of this kiosk
    public BranchLink(URI branch, String token) {
        this(branch, token, true);
    }

    /// @param tellsTouch whether this machine's clock is the branch's, so that it may say when it
    ///   was touched; else the arrival is when the branch hears of it
    public BranchLink(URI branch, String token, boolean tellsTouch) {
        this.api = URI.create(branch + "/api/v1/");
        this.log = URI.create(branch + "/log/");
        this.token = token;
        this.tellsTouch = tellsTouch;
    }

    interface Reader<T> {
        T read(byte[] body) throws StrangeAnswerException;
    }

    /// How the citizen got the number; a failure names the policy's reason.
    public sealed interface How {
        record Printed() implements How {}

        record Shown() implements How {}

        record Failed(Code reason) implements How {}
    }

    public Reply<Hall> hall() throws InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve("hall")).GET();
        return send(request, "kk", body -> Hall.of(Reading.of(body)));
    }

    public Reply<Offer> offer() throws InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve("offer")).GET();
        return send(request, "kk", Offer::of);
    }

    public Reply<Desks> desks() throws InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve("desks")).GET();
        return send(request, "kk", body -> Desks.of(Reading.of(body)));
    }

    /// @param token of base64url
    public Reply<Visit> visit(String token) throws InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve("visits/" + token)).GET();
        return send(request, "kk", body -> Visit.of(Reading.of(body)));
    }

    public Reply<Issued> take(RequestId request, TicketAsk ask) throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode();
        if (!ask.services().isEmpty()) {
            ask.services().forEach(body.putArray("services")::add);
        }
        ask.booking().ifPresent(code -> body.put("booking", code));
        body.put("language", ask.language());
        ask.ground().ifPresent(ground -> body.put("ground", ground));
        if (tellsTouch) {
            body.put("touched", ask.touched().toString());
        }
        return send(
                put("tickets/" + request, body.toString()),
                ask.language(),
                answer -> Issued.of(Reading.of(answer)));
    }

    /// @param ticket the request under which the ticket was taken
    /// @param handing the id of this report
    /// @return whether the branch took it
    public Reply<Boolean> hand(RequestId ticket, RequestId handing, How how, String language)
            throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode();
        switch (how) {
            case How.Printed _ -> body.put("how", "printed");
            case How.Shown _ -> body.put("how", "shown");
            case How.Failed(var reason) -> body.put("how", "failed").put("reason", reason.value());
        }
        return send(
                put("tickets/" + ticket + "/handed/" + handing, body.toString()),
                language,
                answer -> !Reading.of(answer).text("how", HOW_MAX_CHARS).isBlank());
    }

    /// How a part of the kiosk is now.
    ///
    /// @param printed the papers cut so far, where the part is the printer
    public Reply<Boolean> tellState(
            String kiosk, RequestId request, String part, String state, OptionalLong printed)
            throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("part", part).put("state", state);
        printed.ifPresent(count -> body.put("printed", count));
        return send(
                put("kiosks/" + kiosk + "/" + request, body.toString()),
                "kk",
                answer -> Reading.of(answer).text("state", HOW_MAX_CHARS).equals(state));
    }

    /// A ticket is about to be printed once more.
    ///
    /// @param ticket the request under which the ticket was taken
    /// @param copy the id of this report
    public Reply<Boolean> reprint(RequestId ticket, RequestId copy, String language)
            throws InterruptedException {
        return send(put("tickets/" + ticket + "/reprinted/" + copy, "{}"), language, _ -> true);
    }

    /// A request to the branch without this kiosk's token.
    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(api.resolve(path));
    }

    HttpClient client() {
        return client;
    }

    /// For a demo, where a person pulls it.
    public Cable cable() {
        return cable;
    }

    /// A file of the branch's log, such as `checkpoint` or `tile/0/000`, as everybody may read it.
    public Reply<byte[]> log(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(log.resolve(path)).GET();
        var wanted = path.startsWith("tile/") ? "application/octet-stream" : "text/plain";
        return send(request, "kk", wanted, body -> body);
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    HttpRequest.Builder put(String path, String body) {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", JSON)
                .PUT(BodyPublishers.ofString(body, UTF_8));
    }

    HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(body, UTF_8));
    }

    HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).GET();
    }

    <T> Reply<T> send(HttpRequest.Builder request, String language, Reader<T> reader)
            throws InterruptedException {
        return send(request, language, JSON, reader);
    }

    private <T> Reply<T> send(
            HttpRequest.Builder request, String language, String wanted, Reader<T> reader)
            throws InterruptedException {
        return sendAs(token, request, language, wanted, reader);
    }

    /// @param asWhom a token
    <T> Reply<T> sendAs(
            String asWhom,
            HttpRequest.Builder request,
            String language,
            String wanted,
            Reader<T> reader)
            throws InterruptedException {
        if (!cable.isIn()) {
            return new Reply.NotNow<>("the cable is out");
        }
        var whole =
                request.header("Authorization", "Bearer " + asWhom)
                        .header("Accept-Language", language)
                        .timeout(ANSWER_PATIENCE)
                        .build();
        var limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_MAX_BYTES);
        var answer = client.sendAsync(whole, limited);
        try {
            // The client's own time-out ends with the head of the answer; this one is for all.
            var heard = answer.get(ANSWER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return reply(heard, wanted, reader);
        } catch (TimeoutException e) {
            return new Reply.NotNow<>("no answer within " + ANSWER_PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Reply.NotNow<>(cause(e));
        } finally {
            answer.cancel(true);
        }
    }

    private static <T> Reply<T> reply(
            HttpResponse<byte[]> answer, String wanted, Reader<T> reader) {
        int status = answer.statusCode();
        try {
            if (status == OK || status == CREATED) {
                requireType(answer, wanted);
                return new Reply.Answer<>(reader.read(answer.body()));
            }
            if (status == TOO_MANY || status >= SERVER_ERROR) {
                return new Reply.NotNow<>("status " + status);
            }
            if (status >= CLIENT_ERROR) {
                requireType(answer, PROBLEM);
                return new Reply.Refusal<>(problem(Reading.of(answer.body())));
            }
            return new Reply.Strange<>("status " + status);
        } catch (StrangeAnswerException e) {
            return new Reply.Strange<>(String.valueOf(e.getMessage()));
        }
    }

    static BranchProblem problem(Reading problem) throws StrangeAnswerException {
        return new BranchProblem(
                problem.text("code", BranchProblem.CODE_MAX_CHARS),
                problem.text("detail", BranchProblem.DETAIL_MAX_CHARS));
    }

    private static void requireType(HttpResponse<byte[]> answer, String wanted)
            throws StrangeAnswerException {
        var type = answer.headers().firstValue("Content-Type").orElse("nothing");
        if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(wanted)) {
            throw new StrangeAnswerException("it is " + type + " and not " + wanted);
        }
    }

    private static String cause(ExecutionException e) {
        var cause = Optional.ofNullable(e.getCause()).orElse(e);
        if (cause instanceof IOException) {
            return cause.getMessage() == null ? cause.toString() : cause.getMessage();
        }
        throw new IllegalStateException("asking the branch", cause);
    }
}
