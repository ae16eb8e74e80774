package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReceiptCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final Pattern SIDE = Pattern.compile("viewBox=\"-4 -4 (\\d+) ");

    @Test
    void drawsTheReceiptForAScreenWithItsQuietZone() throws ChecksumException, FormatException {
        var url = SampleTickets.PAGE + new SampleTickets().receipt.digits();
        var svg = ReceiptCode.svg(url);
        var side = SIDE.matcher(svg);
        assertThat(side.find()).isTrue();
        var modules = new BitMatrix(Integer.parseInt(side.group(1)) - 8);
        RUN.matcher(svg)
                .results()
                .forEach(run -> {
                    assertThat(run.group(3)).isEqualTo(run.group(4));
                    modules.setRegion(
                            Integer.parseInt(run.group(1)),
                            Integer.parseInt(run.group(2)),
                            Integer.parseInt(run.group(3)),
                            1);
                });
        assertThat(new Decoder().decode(modules).getText()).isEqualTo(url);
    }
}
