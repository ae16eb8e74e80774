package kz.adalkezek.kiosk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import kz.adalkezek.queue.Part.Condition;
import org.junit.jupiter.api.Test;

class PartStateTest {

    @Test
    void theKioskTellsExactlyWhatTheLawKnows() {
        var known = new ArrayList<String>();
        for (var part : kz.adalkezek.queue.Part.values()) {
            for (var condition : Condition.values()) {
                if (part.has(condition)) {
                    known.add(word(part) + " " + word(condition));
                }
            }
        }
        assertThat(Arrays.stream(PartState.values()).map(it -> it.part().word() + " " + it.word()))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
