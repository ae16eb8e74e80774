package kz.adalkezek.kiosk.print;

/// The QR code of a ticket for a screen, encoded as on wide paper.
public final class ReceiptCode {

    private ReceiptCode() {}

    /// @param url whose fragment is the receipt's digits
    /// @return an SVG picture with its quiet zone
    /// @throws IllegalArgumentException if it is no receipt
    public static String svg(String url) {
        return QrCode.of(Paper.MM_80, Ticket.pageOf(url), Ticket.receiptOf(url)).svg();
    }

    /// The code of a ticket that has no receipt yet.
    ///
    /// @param address of the ticket's page, up to 200 characters
    public static String svgOfAddress(String address) {
        return QrCode.of(address).svg();
    }
}
