package kz.adalkezek.kiosk.touch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import kz.adalkezek.kiosk.sim.Fault;
import kz.adalkezek.screens.Screens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimTextsTest {

    private final Screens screens = new Screens();

    @Test
    void haveTheSameKeysInEveryLanguageAndNameEveryFault() throws IOException {
        var kazakh = keys("kk");
        assertThat(keys("ru")).isEqualTo(kazakh);
        assertThat(keys("en")).isEqualTo(kazakh);
        for (var fault : Fault.values()) {
            assertThat(kazakh).contains("fault." + SimRoutes.word(fault) + ".begin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"led-sim", "lamp-sim"})
    void ofTheOtherDevicesHaveTheSameKeysInEveryLanguage(String device) throws IOException {
        var kazakh = keys(device, "kk");
        assertThat(kazakh).isNotEmpty();
        assertThat(keys(device, "ru")).isEqualTo(kazakh);
        assertThat(keys(device, "en")).isEqualTo(kazakh);
    }

    private Set<String> keys(String language) throws IOException {
        return keys("printer-sim", language);
    }

    private Set<String> keys(String device, String language) throws IOException {
        var file = screens.file(device + ".texts." + language + ".json").orElseThrow();
        var keys = new TreeSet<String>();
        collect("", JsonMapper.builder().build().readTree(file.bytes()), keys);
        return keys;
    }

    private static void collect(String prefix, JsonNode tree, Set<String> keys) {
        for (var member : tree.properties()) {
            if (member.getValue().isObject()) {
                collect(prefix + member.getKey() + ".", member.getValue(), keys);
            } else {
                assertThat(member.getValue().textValue()).isNotBlank();
                keys.add(prefix + member.getKey());
            }
        }
    }
}
