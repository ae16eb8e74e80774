package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.adalkezek.queue.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is changed in the rules shows in the replay of random days.
class PlantedFaultsTest {

    static Stream<Arguments> faults() {
        return PlantedFaults.all().entrySet().stream()
                .map(fault -> Arguments.of(fault.getKey(), fault.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void areCaught(String name, Town.Law law) {
        assertThat(PlantedFaults.caught(law)).as(name).isPresent();
    }

    @Test
    void areNotSeenWhereThereIsNone() {
        assertThat(PlantedFaults.caught(Rules::decide)).isEmpty();
    }
}
