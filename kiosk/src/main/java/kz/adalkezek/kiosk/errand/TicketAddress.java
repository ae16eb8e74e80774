package kz.adalkezek.kiosk.errand;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import kz.adalkezek.kiosk.disk.ForcedFile;
import kz.adalkezek.kiosk.offline.Slip;
import kz.adalkezek.kiosk.print.Ticket;

/// Where citizens find their ticket on the branch's pages, as the newest receipt has told. Kept on
/// the disk, because a ticket without the branch has no receipt. Safe for several threads.
public final class TicketAddress {

    private static final System.Logger LOG = System.getLogger("kezek.errand");

    private final Path file;
    private volatile String page;

    /// @param otherwise what to believe before the first receipt, such as `https://host/t`
    /// @throws UncheckedIOException if a file that is there cannot be read
    public TicketAddress(Path file, String otherwise) {
        this.file = file;
        try {
            this.page =
                    ForcedFile.read(file, Ticket.PAGE_MAX_CHARS)
                            .map(bytes -> new String(bytes, US_ASCII).strip())
                            .orElse(otherwise);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /// @param receipt a URL whose fragment is the receipt
    synchronized void learn(String receipt) {
        var now = receipt.substring(0, receipt.indexOf('#'));
        if (!now.equals(page)) {
            page = now;
            try {
                ForcedFile.write(file, now.getBytes(US_ASCII));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the page of tickets could not be kept: {0}", e.toString());
            }
        }
    }

    String of(Slip slip) {
        return page + "/" + slip.token();
    }
}
