package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BuildTest {

    @Test
    void tellsTheVersionOfTheProject() throws Exception {
        assertThat(Files.readString(Path.of("..", "pom.xml")))
                .contains("<version>" + Build.VERSION + "</version>\n  <packaging>pom</packaging>");
    }

    @Test
    void tellsTheSameBootUntilTheMachineIsSwitchedOff() {
        assertThat(Build.boot()).matches("[0-9a-f-]{36}").isEqualTo(Build.boot());
    }
}
