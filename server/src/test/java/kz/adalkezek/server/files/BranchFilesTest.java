package kz.adalkezek.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.adalkezek.server.files.Office.BRANCH;
import static kz.adalkezek.server.files.Office.CATALOGUE;
import static kz.adalkezek.server.files.Office.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.adalkezek.queue.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BranchFilesTest {

    private Office office;

    @BeforeEach
    void opens(@TempDir Path folder) throws IOException {
        office = new Office(folder);
    }

    @Test
    void theDemosFilesAreSound() {
        var files = office.read();
        assertThat(files.remarks()).isEmpty();
        assertThat(files.config().counters()).hasSize(13);
        assertThat(files.config().halls()).hasSize(1);
        assertThat(files.config().halls().getFirst().name()).containsEntry("kk", "Негізгі зал");
        assertThat(files.catalogue().services()).hasSize(30);
        assertThat(files.policy().maxOvertakes()).isEqualTo(20);
    }

    @Test
    void saysAllFaultsOfAllFilesAtOnce() throws IOException {
        var port = office.change(BRANCH, "port = 7070", "port = 70700");
        var zone = office.change(BRANCH, "\"Asia/Almaty\"", "\"Asia/Alma-Ata\"");
        var hall = office.change(BRANCH, "hall = \"main\"\nprimary", "hall = \"east\"\nprimary");
        var credit = office.change(POLICY, "\"credit\": 30", "\"credit\": 0");
        var late = office.change(POLICY, "\"late\": 900", "\"late\": \"900\"");
        var name = office.change(CATALOGUE, "\"Жеке куәлік беру немесе ауыстыру\"", "\" \"");
        assertThatThrownBy(office::read)
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        port + "server.port: is 70700; write a whole number from 0 to 65535",
                        zone + "branch.zone: is \"Asia/Alma-Ata\"; write a zone",
                        hall
                                + "counter[1].hall: \"east\" is no hall of this branch; add a [[hall]]",
                        credit + "grounds[1].credit: is 0; write a whole number from 1 to 1440",
                        late + "booking.late: is \"900\"; write a whole number",
                        name + "services[1].name.kk: is \" \"; write the name in this language");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "branch.toml    | primary = [\"HEAD\"] | primary = [\"HAED\"]"
                        + " | counter[13].primary: the catalogue has no service in [HAED]",
                "branch.toml    | hall = \"main\"      | hall = \"west\""
                        + " | board[1].hall: \"west\" is no hall of this branch",
                "policy.json    | \"service\": \"PASSPORT\" | \"service\": \"PASPORT\""
                        + " | norms[2].service: \"PASPORT\" is no service of the catalogue",
                "policy.json    | \"service\": \"PASSPORT\" | \"service\": \"ID-CARD\""
                        + " | norms[2].service: has a norm for \"office\" already",
                "policy.json    | \"credit\": 30 | \"credit\": 31"
                        + " | grounds[1].credit: belongs to this ground alone",
                "catalogue.json | \"group\": \"HEAD\" | \"group\": \"CHEF\""
                        + " | services[29].group: \"CHEF\" is not listed, so its tickets have no"
                        + " letter",
                "catalogue.json | \"letter\": \"A\" | \"letter\": \"Ә\""
                        + " | serviceGroups[1].letter: is \"Ә\"; write one capital letter",
                "catalogue.json | \"unit\": \"working_days\" | \"unit\": \"weeks\""
                        + " | services[1].legalDeadline.unit: is \"weeks\"; write one of"
            })
    void namesFileLineAndRemedy(String name, String old, String with, String fault)
            throws IOException {
        var place = office.change(name, old, with);
        assertThatThrownBy(office::read)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(place + fault);
    }

    /// What the law asks a reason for, a policy may list reasons for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "override",
                "close",
                "park",
                "pause",
                "served-direct",
                "handed-failed",
                "request-document",
                "outcome"
            })
    void aPolicyMayListReasonsForWhatTheLawAsks(String purpose) throws IOException {
        var json = new ObjectMapper();
        var policy = json.readTree(office.text(POLICY));
        ((ObjectNode) policy.path("reasons")).putArray(purpose).add("x");
        office.write(POLICY, policy.toString());
        assertThat(office.read().policy().allows(purpose, new Code("x"))).isTrue();
    }

    @Test
    void nobodyMayWaitForEver() throws IOException {
        office.change(BRANCH, "primary = [\"HEAD\"]", "primary = [\"ID\"]");
        var place = office.place(CATALOGUE, "\"HEAD\"");
        assertThatThrownBy(office::read)
                .hasMessageContaining(place + "serviceGroups[9].code: no counter calls the group");
    }

    @Test
    void aHallWithoutABoardIsOnlyRemarked() throws IOException {
        office.change(BRANCH, "[[board]]\nid = \"b1\"\nhall = \"main\"\n", "");
        assertThat(office.read().remarks())
                .singleElement()
                .asString()
                .startsWith(office.place(BRANCH, "code = \"main\""))
                .contains("this hall has no board");
    }

    @Test
    void aVoiceIsHeardBeforeTheBranchOpens() throws IOException {
        office.write(BRANCH, office.text(BRANCH) + "\n[voice]\nclips = \"human\"\n");
        var place = office.place(BRANCH, "clips = \"human\"\n");
        assertThatThrownBy(office::read)
                .hasMessageContaining(place + "voice.clips: the folder could not be read");

        var folder = Files.createDirectory(office.file("human"));
        assertThat(office.read().config().clips()).contains(folder);

        Files.writeString(folder.resolve("kk-7.wav"), "la la");
        Files.writeString(folder.resolve("seven.wav"), "la la");
        assertThatThrownBy(office::read)
                .hasMessageContainingAll(
                        "voice.clips: \"kk-7.wav\" cannot be played; save it as WAV",
                        "voice.clips: \"seven.wav\" is the name of no word; take one");
    }

    @Test
    void aBoardSpeaksUnlessTheFileSaysNo() throws IOException {
        assertThat(office.read().config().boards().getFirst().speaks()).isTrue();
        office.change(BRANCH, "id = \"b1\"", "id = \"b1\"\nspeaks = false");
        assertThat(office.read().config().boards().getFirst().speaks()).isFalse();
        office.change(BRANCH, "\nspeaks = false", "\nspeaks = \"no\"");
        var place = office.place(BRANCH, "speaks = \"no\"");
        assertThatThrownBy(office::read)
                .hasMessageContaining(place + "board[1].speaks: is \"no\"; write true or false");
    }

    @Test
    void aLanguageThatIsMissingIsSaidWhereTheNameStands() throws IOException {
        office.change(BRANCH, "ru = \"Главный зал\"\n", "");
        var place = office.place(BRANCH, "[hall.name]");
        assertThatThrownBy(office::read)
                .hasMessageContaining(place + "hall[1].name.ru: is missing");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "branch.toml    | port = 7070 | port = | this is not TOML",
                "policy.json    | \"helpAfter\": 600, | \"helpAfter\": 600 | this is not JSON",
                "policy.json    | \"helpAfter\": 600, | \"helpAfter\": 600, \"helpAfter\": 5,"
                        + " | this is not JSON (Duplicate field",
                "catalogue.json | \"letter\": \"A\", | \"letter\": 'A', | this is not JSON"
            })
    void namesTheLineFromWhichAFileHasNoForm(String name, String old, String with, String fault)
            throws IOException {
        var place = office.change(name, old, with);
        int line = Integer.parseInt(place.replaceAll(".*:(\\d+): ", "$1"));
        var shown = office.file(name) + ":";
        assertThatThrownBy(office::read)
                .satisfies(e ->
                        assertThat(e.getMessage())
                                .containsAnyOf(
                                        shown + line + ": " + fault,
                                        shown + (line + 1) + ": " + fault));
    }

    @Test
    void saysWhichFileIsNotThere() throws IOException {
        Files.delete(office.file(POLICY));
        assertThatThrownBy(office::read)
                .hasMessageContaining(
                        office.place(BRANCH, "policy = ") + "rules.policy: the file could not be");
        Files.delete(office.file(BRANCH));
        assertThatThrownBy(office::read)
                .hasMessageContaining(office.file(BRANCH) + ":1: could not be read");
    }

    @Test
    void wantsUtf8WithoutAMark() throws IOException {
        var text = office.text(POLICY);
        office.write(POLICY, '\uFEFF' + text);
        assertThatThrownBy(office::read)
                .hasMessageContaining(office.file(POLICY) + ":1: begins with a byte order mark");

        var bytes = text.getBytes(UTF_8);
        int at = text.substring(0, text.indexOf("Ұлы")).getBytes(UTF_8).length;
        bytes[at] = (byte) 0xA1;
        Files.write(office.file(POLICY), bytes);
        office.change(BRANCH, "port = 7070", "port = -1");
        assertThatThrownBy(office::read)
                .hasMessageContainingAll(
                        office.file(POLICY) + ":9: is not UTF-8 from here on", "server.port");
    }

    @Test
    void aFileMayHaveAMebibyte() throws IOException {
        var text = office.text(CATALOGUE);
        int room = FileText.FILE_MAX_BYTES - text.getBytes(UTF_8).length;
        office.write(CATALOGUE, text + " ".repeat(room));
        assertThat(office.read().catalogue().services()).isNotEmpty();
        office.write(CATALOGUE, text + " ".repeat(room + 1));
        assertThatThrownBy(office::read)
                .hasMessageContaining(office.file(CATALOGUE) + ":1: is larger than 1 MiB");
    }

    @Test
    void aFileFullOfFaultsNamesAHundred() throws IOException {
        office.write(CATALOGUE, office.text(CATALOGUE).replace("\"kk\"", "\"kz\""));
        assertThatThrownBy(office::read)
                .satisfies(e ->
                        assertThat(String.valueOf(e.getMessage()).lines())
                                .hasSize(Errata.FAULTS_MAX + 2))
                .hasMessageEndingWith("and more; mend these first");
    }
}
