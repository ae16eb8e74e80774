package kz.adalkezek.kiosk.print;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.queue.TicketNumber;

/// A ticket that nobody gets, as long as one of a usual morning: for looking at a layout.
public final class SampleTicket {

    private static final String PAGE = "https://queue.example.gov/t#";
    private static final int ENTRY_BYTES = 270;
    private static final int PATH_HASHES = 12;
    private static final int HASH_BYTES = 32;

    /// Where a receipt has its index and the size of the log, five bytes each.
    private static final int INDEX_AT = 5;

    private static final int SIZE_AT = 10;
    private static final int LOG_SIZE = 4_712;

    private SampleTicket() {}

    public static Ticket in(Language language) {
        var origin =
                new Ticket.Origin.Branch(
                        6,
                        new Wait(Duration.ofMinutes(10), Duration.ofMinutes(15), true),
                        PAGE,
                        receipt());
        return switch (language) {
            case KK ->
                    of(
                            language,
                            origin,
                            "Қалалық ашық фронт-офис № 1",
                            "Жылжымайтын мүлікке құқықтарды тіркеу",
                            "Тіркеу");
            case RU ->
                    of(
                            language,
                            origin,
                            "Городской открытый фронт-офис № 1",
                            "Регистрация прав на недвижимое имущество",
                            "Регистрация");
            case EN ->
                    of(
                            language,
                            origin,
                            "City open front office No. 1",
                            "Registration of rights to real estate",
                            "Registration");
        };
    }

    private static Ticket of(
            Language language, Ticket.Origin origin, String branch, String service, String group) {
        return new Ticket(
                new TicketNumber('K', 47),
                language,
                branch,
                List.of(service),
                List.of(group),
                LocalDateTime.of(2026, 11, 22, 9, 0),
                origin,
                false,
                false);
    }

    /// As long as a real one; it proves nothing.
    private static Receipt receipt() {
        var bytes =
                ByteBuffer.allocate(
                        Receipt.SHORT_BYTES + Short.BYTES + ENTRY_BYTES + PATH_HASHES * HASH_BYTES);
        for (int i = 0; i < bytes.capacity(); i++) {
            bytes.put(i, (byte) (i * 37 + i / 7));
        }
        bytes.put(0, Receipt.FULL_VERSION);
        bytes.put(INDEX_AT, (byte) 0).putInt(INDEX_AT + 1, LOG_SIZE - 1);
        bytes.put(SIZE_AT, (byte) 0).putInt(SIZE_AT + 1, LOG_SIZE);
        bytes.putShort(Receipt.SHORT_BYTES, (short) ENTRY_BYTES);
        if (!(Receipt.decode(bytes.array()) instanceof Receipt.Decoded.Read(var receipt))) {
            throw new AssertionError("a full receipt that is none");
        }
        return receipt;
    }
}
