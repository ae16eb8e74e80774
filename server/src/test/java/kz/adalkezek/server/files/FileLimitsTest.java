package kz.adalkezek.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each value of the files at the last good one and the first bad one.
final class FileLimitsTest {

    @ParameterizedTest(name = "{3} of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "branch.toml|port = 7070|port = @|server.port|0|-1",
                "branch.toml|port = 7070|port = @|server.port|65535|65536",
                "branch.toml|http://localhost:7070|@|branch.publicUrl|https://a.kz/q|https://a^b.kz",
                "branch.toml|http://localhost:7070|@|branch.publicUrl|https://a.kz|https://a.kz/",
                "branch.toml|number = 13|number = @|counter[13].number|999|1000",
                "branch.toml|number = 13|number = @|counter[13].number|14|0",
                "branch.toml|\"09:00-18:00\"|@|schedule.monday|\"00:00-23:59\"|\"00:00-24:00\"",
                "branch.toml|\"09:00-18:00\"|@|schedule.monday|\"09:00-09:01\"|\"09:00-09:00\"",
                "branch.toml|\"09:00-18:00\"|@|schedule.monday"
                        + "|\"09:00-13:00\", \"13:00-18:00\"|\"09:00-13:00\", \"12:59-18:00\"",
                "branch.toml|\"09:00-18:00\"|@|schedule.monday"
                        + "|\"01:00-02:00\", \"03:00-04:00\", \"05:00-06:00\", \"07:00-08:00\""
                        + "|\"01:00-02:00\", \"03:00-04:00\", \"05:00-06:00\", \"07:00-08:00\","
                        + " \"09:00-10:00\"",
                "branch.toml|\"2026-12-16\"|\"@\"|day[1].date|2028-02-29|2027-02-29",
                "branch.toml|code = \"main\"|code = \"@\"|hall[1].code|main|Main",
                "policy.json|\"maxOvertakes\": 20|\"maxOvertakes\": @|maxOvertakes|1|0",
                "policy.json|\"maxOvertakes\": 20|\"maxOvertakes\": @|maxOvertakes|1000000|1000001",
                "policy.json|\"helpAfter\": 600|\"helpAfter\": @|helpAfter|2678400|2678401",
                "policy.json|\"helpAfter\": 600|\"helpAfter\": @|helpAfter|0|-1",
                "policy.json|\"undoSeconds\": 5|\"undoSeconds\": @|undoSeconds|0|0.5",
                "policy.json|\"walkInShare\": 60|\"walkInShare\": @|booking.walkInShare|100|101",
                "policy.json|\"calls\": 2|\"calls\": @|noShow.calls|1|0",
                "policy.json|\"waiting\": 400|\"waiting\": @|limits.waiting|1|0",
                "policy.json|\"version\": \"demo-1\"|\"version\": \"@\"|version"
                        + "|1234567890123456789012345678901234567890"
                        + "|12345678901234567890123456789012345678901",
                "catalogue.json|\"value\": 9,|\"value\": @,|services[1].avgServiceMin.value|1|0",
                "catalogue.json|\"value\": 9,|\"value\": @,|services[1].avgServiceMin.value|480|481",
                "catalogue.json|\"kzt2026\": 865|\"kzt2026\": @|services[1].fee.kzt2026"
                        + "|100000000|100000001",
                "catalogue.json|\"kzt2026\": 865|\"kzt2026\": @|services[1].fee.kzt2026|null|-1",
                "catalogue.json|\"maxWaitMin\": 15|\"maxWaitMin\": @"
                        + "|services[1].standard.maxWaitMin|480|481"
            })
    void holdsAtItsBorder(
            String name,
            String old,
            String with,
            String key,
            String good,
            String bad,
            @TempDir Path folder)
            throws IOException {
        var office = new Office(folder);
        var sound = office.text(name);
        office.change(name, old, with.replace("@", good));
        assertThat(office.read().remarks()).isEmpty();
        office.write(name, sound);
        var place = office.change(name, old, with.replace("@", bad));
        assertThatThrownBy(office::read)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(place + key);
    }

    @Test
    void aPolicyFitsIntoItsEvent(@TempDir Path folder) throws IOException {
        var office = new Office(folder);
        office.write(Office.POLICY, policyOf(Policy.TEXT_MAX_BYTES, office));
        assertThat(office.read().policy().grounds()).hasSize(50);
        office.write(Office.POLICY, policyOf(Policy.TEXT_MAX_BYTES + 1, office));
        assertThatThrownBy(office::read)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "policy.json:1: has 30001 bytes as it is published; shorten it to 30000");
    }

    /// As published: 50 grounds whose acts have as many letters as are needed.
    private static String policyOf(int bytes, Office office) throws IOException {
        var json = new ObjectMapper();
        var policy = (ObjectNode) json.readTree(office.text(Office.POLICY));
        var grounds = policy.putArray("grounds");
        for (int i = 0; i < 50; i++) {
            grounds.addObject()
                    .put("code", "P-" + i)
                    .put("credit", 30)
                    .put("act", "x")
                    .put("kk", "x")
                    .put("ru", "x")
                    .put("en", "x");
        }
        int missing = bytes - published(policy);
        for (var ground : grounds) {
            int letters = Math.min(missing, PolicyFile.ACT_MAX_CHARS - 1);
            ((ObjectNode) ground).put("act", "x".repeat(1 + letters));
            missing -= letters;
        }
        return policy.toString();
    }

    private static int published(ObjectNode policy) {
        return CanonicalJson.write(StrictJson.read(policy.toString().getBytes(UTF_8))).length;
    }

    @ParameterizedTest(name = "a name of {0} characters, {1}")
    @CsvSource({"200, true", "201, false"})
    void aNameFitsOnALine(int chars, boolean good, @TempDir Path folder) throws IOException {
        var office = new Office(folder);
        office.change(Office.BRANCH, "Негізгі зал", "Ә".repeat(chars));
        if (good) {
            assertThat(office.read().config().halls()).hasSize(1);
        } else {
            assertThatThrownBy(office::read).hasMessageContaining("hall[1].name.kk");
        }
    }

    @ParameterizedTest(name = "a name with {0}")
    @CsvSource({"\\u0007", "\\n", "\\ud800"})
    void aNameHasNothingHidden(String hidden, @TempDir Path folder) throws IOException {
        var office = new Office(folder);
        var place = office.change(Office.CATALOGUE, "Құжат және", "Құжат" + hidden + "және");
        assertThatThrownBy(office::read).hasMessageContaining(place + "serviceGroups[1].name.kk");
    }
}
