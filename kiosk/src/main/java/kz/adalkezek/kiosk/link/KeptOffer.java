package kz.adalkezek.kiosk.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import kz.adalkezek.kiosk.disk.ForcedFile;

/// The last offer of the branch on the disk, so that a kiosk that starts without the branch knows
/// what it may give.
final class KeptOffer {

    private static final System.Logger LOG = System.getLogger("kezek.link");

    private final Path file;
    private Optional<Offer> kept;

    KeptOffer(Path file) {
        this.file = file;
        this.kept = read();
    }

    Optional<Offer> offer() {
        return kept;
    }

    void keep(Offer offer) {
        if (kept.filter(offer::equals).isPresent()) {
            return;
        }
        kept = Optional.of(offer);
        try {
            ForcedFile.write(file, offer.json().getBytes(UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the offer could not be kept: {0}", e.toString());
        }
    }

    private Optional<Offer> read() {
        try {
            var bytes = ForcedFile.read(file, BranchLink.ANSWER_MAX_BYTES);
            return bytes.isEmpty() ? Optional.empty() : Optional.of(Offer.of(bytes.get()));
        } catch (IOException | StrangeAnswerException e) {
            LOG.log(Level.WARNING, file + " holds no offer; it is fetched again", e);
            return Optional.empty();
        }
    }
}
