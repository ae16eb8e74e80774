package kz.adalkezek.kiosk.print;

/// The receipt's QR code for a screen, encoded as on wide paper.
public final class ReceiptCode {

    private ReceiptCode() {}

    /// @param url whose fragment is the receipt's digits
    /// @return an SVG picture with its quiet zone
    /// @throws IllegalArgumentException if it is no receipt
    public static String svg(String url) {
        return QrCode.of(Paper.MM_80, Ticket.pageOf(url), Ticket.receiptOf(url)).svg();
    }
}
