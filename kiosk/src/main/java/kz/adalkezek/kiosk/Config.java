package kz.adalkezek.kiosk;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Paper;

/// Everything that may differ between two kiosks, from `kiosk.toml`.
///
/// @param id as the branch enrolled this kiosk
/// @param language with which the screen begins
/// @param branchTime whether the branch's clock counts and this machine's does not
/// @param data holds the outbox, and the simulated printer's device
/// @param branch without a slash at the end
/// @param host of the loopback
/// @param mm CSS pixels a millimetre of the screen
/// @param device nothing for a simulated printer
record Config(
        String id,
        Language language,
        boolean branchTime,
        Path data,
        URI branch,
        String token,
        String host,
        int port,
        Optional<Double> mm,
        Optional<String> device,
        int baud,
        boolean handshake,
        Paper paper) {

    static final int PORT_MAX = 65_535;
}
