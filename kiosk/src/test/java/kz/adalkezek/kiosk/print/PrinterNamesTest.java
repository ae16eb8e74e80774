package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterNamesTest {

    @ParameterizedTest
    @CsvSource({
        "TM-T20II, EPSON TM-T20II, false",
        "TM-T20II, EPSON TM-T88V, true",
        "TM-T20II, EPSON TM-T20III, true",
        "TM-T20III, EPSON TM-T20II, true",
        "TM-T70II-CH-58mm, EPSON TM-T70II, false",
        "RP-F10-80mm, SII RP-F10, false",
        "KPM150H, CUSTOM KPM 150H, false",
        // Who names no model, or has a profile for all of a kind, is not contradicted.
        "TM-T20II, ADAL SIM, false",
        "epson-80, EPSON TM-T88V, false",
        "raster-58, EPSON TM-T88V, false"
    })
    void tellsModelsApart(String profile, String told, boolean other) {
        assertThat(PrinterNames.isOther(profile, told)).isEqualTo(other);
    }
}
