package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.TreeSet;
import kz.adalkezek.server.web.LocalServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What those who look after the branch ask.
final class HealthHttpTest {

    private OpenBranch branch;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        branch = OpenBranch.in(folder);
    }

    @AfterEach
    void close() {
        branch.close();
    }

    @Test
    void livesAndIsReady() {
        assertThat(branch.http.get("/healthz").status()).isEqualTo(200);
        var ready = branch.http.get("/readyz");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("size").asLong()).isEqualTo(branch.size());
        assertThat(ready.json().path("dayOpen").asBoolean()).isTrue();
    }

    @Test
    void isNotReadyBeforeItHasALog(@TempDir Path other) throws Exception {
        try (var unfounded = OpenBranch.unfounded(other)) {
            assertThat(unfounded.http.get("/healthz").status()).isEqualTo(200);
            var ready = unfounded.http.get("/readyz");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.code()).isEqualTo("not-ready");
            assertThat(unfounded.http.get("/log/checkpoint").status()).isEqualTo(503);
        }
    }

    @Test
    void counts() {
        branch.waits("ID-CARD");
        branch.http.get("/nowhere/at/all");

        var metrics = branch.http.get("/metrics");

        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(metrics.text())
                .contains("kezek_log_entries " + (double) branch.size())
                .contains("kezek_people_waiting 1.0")
                .contains("kezek_disk_space{state=\"plenty\"} ")
                .containsPattern("kezek_journal_forces_total [1-9]")
                .contains(
                        "kezek_http_requests_total{method=\"PUT\","
                                + "route=\"/api/v1/tickets/{request}\",status=\"201\"} 1.0")
                .contains("route=\"none\",status=\"404\"")
                .doesNotContain("nowhere");
    }

    @Test
    void describesEveryRouteAndNoOther() {
        var described = new TreeSet<String>();
        for (var path : description().path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                described.add(
                        method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
            }
        }

        var routes = new TreeSet<String>();
        branch.server.routes().forEach(route -> routes.add(route.replace("<path>", "{path}")));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void describesNoSchemaThatIsNotThere() {
        var description = description();

        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref ->
                        assertThat(description.at(ref.substring(1)).isMissingNode())
                                .as(ref)
                                .isFalse());
    }

    private JsonNode description() {
        Answer answer = branch.http.get("/openapi.json");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        return answer.json();
    }
}
