package kz.adalkezek.kiosk.offline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.KioskEntry;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.StrictJson;
import kz.adalkezek.queue.TicketNumber;

/// The journal's lines as canonical JSON, each with its newline:
///
/// ```
/// {"entries":12,"head":"…","t":"begins","touched":1795319001120}
/// {"day":"2026-11-23","device":"k1","entry":13,"errand":"…","language":"kk","nonce":"…",
///  "number":"A005","policy":"…","previous":"…","request":"…","services":["ID-CARD"],
///  "signature":"…","t":"given","touched":1795320001120,"unanswered":"…"}
/// {"entry":13,"how":"failed","reason":"printer-error","t":"told"}
/// {"entry":13,"t":"merged"}
/// {"code":"numbers-not-leased","entry":14,"t":"refused"}
/// ```
final class LineForm {

    private LineForm() {}

    static byte[] write(Line line) {
        var form = new TreeMap<String, Object>();
        switch (line) {
            case Line.Begins(long entries, var head, var touched) -> {
                form.put("t", "begins");
                form.put("touched", touched.toEpochMilli());
                form.put("entries", entries);
                form.put("head", head);
            }
            case Line.Given(var slip) -> write(slip, form);
            case Line.Told(long entry, var how) -> {
                form.put("t", "told");
                form.put("entry", entry);
                how.ifPresent(known -> write(known, form));
            }
            case Line.Merged(long entry) -> {
                form.put("t", "merged");
                form.put("entry", entry);
            }
            case Line.Refused(long entry, var code) -> {
                form.put("t", "refused");
                form.put("entry", entry);
                form.put("code", code);
            }
        }
        byte[] json = CanonicalJson.write(form);
        byte[] whole = Arrays.copyOf(json, json.length + 1);
        whole[json.length] = '\n';
        return whole;
    }

    private static void write(Slip slip, Map<String, Object> form) {
        var entry = slip.entry();
        form.put("t", "given");
        form.put("device", entry.device().value());
        form.put("entry", entry.entry());
        form.put("previous", entry.previous());
        form.put("request", entry.request().toString());
        form.put("number", entry.number().toString());
        form.put("day", entry.day().toString());
        form.put("touched", entry.touched().toEpochMilli());
        form.put("policy", entry.policy());
        form.put("signature", slip.signature());
        form.put("nonce", slip.nonce());
        form.put("services", slip.services());
        form.put("language", slip.language());
        slip.ground().ifPresent(ground -> form.put("ground", ground));
        form.put("errand", slip.errand().toString());
        slip.unanswered().ifPresent(request -> form.put("unanswered", request.toString()));
    }

    private static void write(How how, Map<String, Object> form) {
        switch (how) {
            case How.Printed _ -> form.put("how", "printed");
            case How.Shown _ -> form.put("how", "shown");
            case How.Failed(var reason) -> {
                form.put("how", "failed");
                form.put("reason", reason.value());
            }
        }
    }

    /// @param json without the newline
    /// @throws IllegalArgumentException if it is not what [#write] writes
    static Line read(byte[] json) {
        var form = StrictJson.read(json);
        try {
            return switch (text(form, "t")) {
                case "begins" ->
                        new Line.Begins(
                                number(form, "entries"),
                                text(form, "head"),
                                Instant.ofEpochMilli(number(form, "touched")));
                case "given" -> new Line.Given(slip(form));
                case "told" -> new Line.Told(number(form, "entry"), how(form));
                case "merged" -> new Line.Merged(number(form, "entry"));
                case "refused" -> new Line.Refused(number(form, "entry"), text(form, "code"));
                default -> throw new IllegalArgumentException("no such line");
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time", e);
        }
    }

    private static Slip slip(Map<String, Object> form) {
        var opening =
                new Opening(
                        text(form, "nonce"),
                        texts(form, "services"),
                        text(form, "language"),
                        textIfAny(form, "ground"));
        var entry =
                new KioskEntry(
                        new DeviceId(text(form, "device")),
                        number(form, "entry"),
                        text(form, "previous"),
                        RequestId.parse(text(form, "request")),
                        TicketNumber.parse(text(form, "number")),
                        LocalDate.parse(text(form, "day")),
                        Instant.ofEpochMilli(number(form, "touched")),
                        text(form, "policy"),
                        opening.commitment());
        return new Slip(
                entry,
                text(form, "signature"),
                opening,
                RequestId.parse(text(form, "errand")),
                textIfAny(form, "unanswered").map(RequestId::parse));
    }

    private static Optional<How> how(Map<String, Object> form) {
        return textIfAny(form, "how")
                .map(how ->
                        switch (how) {
                            case "printed" -> new How.Printed();
                            case "shown" -> new How.Shown();
                            case "failed" -> new How.Failed(new Code(text(form, "reason")));
                            default -> throw new IllegalArgumentException("no such hand-over");
                        });
    }

    private static Optional<String> textIfAny(Map<String, Object> form, String name) {
        return form.containsKey(name) ? Optional.of(text(form, name)) : Optional.empty();
    }

    private static String text(Map<String, Object> form, String name) {
        if (form.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is no text");
    }

    private static long number(Map<String, Object> form, String name) {
        if (form.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " is no number");
    }

    private static List<String> texts(Map<String, Object> form, String name) {
        if (!(form.get(name) instanceof List<?> list)) {
            throw new IllegalArgumentException(name + " is no list");
        }
        var texts = new ArrayList<String>();
        for (var element : list) {
            if (!(element instanceof String text)) {
                throw new IllegalArgumentException(name + " holds something else than texts");
            }
            texts.add(text);
        }
        return texts;
    }
}
