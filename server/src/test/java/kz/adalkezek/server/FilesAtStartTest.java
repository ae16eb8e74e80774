package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import kz.adalkezek.server.files.BranchFiles;
import kz.adalkezek.server.files.ConfigException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a start does with files that somebody has edited.
final class FilesAtStartTest {

    private static final HandClock CLOCK = new HandClock(OpenBranch.NINE);

    private Path config;

    @BeforeEach
    void starts(@TempDir Path folder) throws Exception {
        config = Files.createDirectories(folder.resolve("config"));
        for (var name : new String[] {"branch.toml", "policy.json", "catalogue.json"}) {
            Files.write(config.resolve(name), DemoFiles.bytes(name));
        }
        started(server -> assertThat(server.inForce().policy()).isEqualTo("demo-1"));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "policy.json, '\"maxOvertakes\": 20', '\"maxOvertakes\": 21'",
        "catalogue.json, 'Identity card: issue', 'Identity card: new'"
    })
    void refusesAnotherTextUnderAVersionThatIsPublished(String name, String old, String with)
            throws Exception {
        edit(name, old, with);
        assertThatThrownBy(() -> started(_ -> {}))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        config.resolve(name)
                                + ":2: version: \"demo-1\" was published with another text; raise"
                                + " the version");

        edit(name, "\"version\": \"demo-1\"", "\"version\": \"demo-2\"");
        started(server -> {
            var rules = server.branch().line().rulebook();
            assertThat(rules.policies().size() + rules.catalogues().size()).isEqualTo(3);
            var inForce = server.inForce();
            assertThat(name.startsWith("policy") ? inForce.policy() : inForce.catalogue())
                    .isEqualTo("demo-2");
        });
    }

    @Test
    void saysThatAFileIsOlderThanTheRulesInForce() throws Exception {
        edit("policy.json", "demo-1", "demo-2");
        started(server ->
                assertThat(
                                BranchFiles.read(config.resolve("branch.toml"))
                                        .remarks(server.inForce()))
                        .isEmpty());
        edit("policy.json", "demo-2", "demo-1");
        started(server ->
                assertThat(
                                BranchFiles.read(config.resolve("branch.toml"))
                                        .remarks(server.inForce()))
                        .containsExactly(
                                config.resolve("policy.json")
                                        + ":2: version: \"demo-1\" is not in force: \"demo-2\" was"
                                        + " published later; bring the file up to date, or raise"
                                        + " its version to publish it"));
    }

    @Test
    void aCheckAnswersWithItsExitCode() throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertThat(check(out, err)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("the files of branch ALM-01 are sound" + System.lineSeparator());
        assertThat(err.size()).isZero();

        edit("branch.toml", "port = 7070", "port = 0.5");
        edit("policy.json", "\"calls\": 2", "\"calls\": 0");
        out.reset();
        assertThat(check(out, err)).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "branch.toml:19: server.port: is 0.5",
                        "policy.json:",
                        "noShow.calls: is 0");
    }

    private int check(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return Main.check(
                config.resolve("branch.toml"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void edit(String name, String old, String with) throws IOException {
        var text = Files.readString(config.resolve(name));
        assertThat(text).contains(old);
        Files.writeString(config.resolve(name), text.replace(old, with));
    }

    private void started(Consumer<BranchServer> look) throws SQLException, IOException {
        var files = BranchFiles.read(config.resolve("branch.toml"));
        try (var server =
                new BranchServer(
                        files.config().at(0, files.config().publicUrl()),
                        Clocks.of(CLOCK, CLOCK::nanos),
                        (_, fault) -> {
                            throw new AssertionError(fault);
                        })) {
            server.found(files);
            look.accept(server);
        }
    }
}
