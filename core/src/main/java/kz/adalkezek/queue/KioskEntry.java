package kz.adalkezek.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.log.DeviceKey;
import kz.adalkezek.log.Hash;

/// One entry of a kiosk's own journal: a ticket that it gives while the branch is away. The kiosk
/// signs it before the paper moves, and each entry names the one before, so that none can be put in
/// between afterwards. All of it is public in the `ticket.issued` that it becomes.
///
/// @param entry counts from 1 over the life of the key
/// @param previous the [#head] after the entry before, [#first] for the first
/// @param touched whole milliseconds
/// @param commitment to services, language and ground, base64url
public record KioskEntry(
        DeviceId device,
        long entry,
        String previous,
        RequestId request,
        TicketNumber number,
        LocalDate day,
        Instant touched,
        String policy,
        String commitment) {

    public KioskEntry {
        if (entry < 1 || entry > CanonicalJson.MAX_INTEGER) {
            throw new IllegalArgumentException("entries of a kiosk count from 1");
        }
        EventCodec.requireHash("previous", previous);
        EventCodec.requireHash("a commitment", commitment);
    }

    /// What is signed: canonical JSON in UTF-8.
    public byte[] statement() {
        return CanonicalJson.write(
                Map.of(
                        "commitment", commitment,
                        "day", day.toString(),
                        "device", device.value(),
                        "entry", entry,
                        "number", number.toString(),
                        "policy", policy,
                        "previous", previous,
                        "request", request.toString(),
                        "touched", touched.toEpochMilli()));
    }

    /// The SHA-256 of the statement, base64url: what the next entry names as the one before.
    public String head() {
        return text(Hash.of(statement()));
    }

    /// The head of a journal without entries: the SHA-256 of the key.
    public static String first(DeviceKey key) {
        return text(Hash.of(key.bytes()));
    }

    private static String text(Hash hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes());
    }
}
