package kz.adalkezek.kiosk.errand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.StrictJson;

/// An errand as a file of the outbox:
///
/// ```
/// {"request":"…","touched":1795320001120,"services":["ID-CARD"],"language":"kk","ground":"P-OLD",
///  "answer":{"number":"A047","ahead":6,"wait":{…},"receipt":"https://…/t#…"},
///  "handing":{"request":"…","how":"failed","reason":"printer-error"}}
/// ```
final class KeptForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptForm() {}

    static byte[] write(Kept kept) {
        var file = JsonNodeFactory.instance.objectNode();
        file.put("request", kept.request().toString());
        file.put("touched", kept.touched().toEpochMilli());
        kept.wish().services().forEach(file.putArray("services")::add);
        file.put("language", kept.wish().language().tag());
        kept.wish().ground().ifPresent(ground -> file.put("ground", ground));
        kept.wish().booking().ifPresent(code -> file.put("booking", code));
        kept.answer().ifPresent(answer -> write(answer, file.putObject("answer")));
        kept.handing().ifPresent(handing -> write(handing, file.putObject("handing")));
        return file.toString().getBytes(UTF_8);
    }

    private static void write(Issued answer, ObjectNode node) {
        if (!answer.services().isEmpty()) {
            answer.services().forEach(node.putArray("services")::add);
        }
        node.put("number", answer.number().toString())
                .put("ahead", answer.ahead())
                .put("receipt", answer.receipt())
                .putObject("wait")
                .put("p50", answer.expected().p50())
                .put("p90", answer.expected().p90())
                .put("learned", answer.expected().learned());
    }

    private static void write(Kept.Handing handing, ObjectNode node) {
        node.put("request", handing.request().toString());
        switch (handing.how()) {
            case How.Printed _ -> node.put("how", "printed");
            case How.Shown _ -> node.put("how", "shown");
            case How.Failed(var reason) -> node.put("how", "failed").put("reason", reason.value());
        }
    }

    /// @throws IllegalArgumentException if the file is none of ours
    static Kept read(byte[] json) {
        var file = StrictJson.read(json);
        try {
            return new Kept(
                    RequestId.parse(text(file, "request")),
                    new Wish(
                            texts(file, "services"),
                            Language.valueOf(text(file, "language").toUpperCase(Locale.ROOT)),
                            textIfAny(file, "ground"),
                            textIfAny(file, "booking")),
                    Instant.ofEpochMilli(number(file, "touched")),
                    object(file, "answer").map(KeptForm::answer),
                    object(file, "handing").map(KeptForm::handing));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time", e);
        }
    }

    private static Issued answer(Map<String, Object> answer) {
        return Issued.parse(JSON.valueToTree(answer).toString().getBytes(UTF_8));
    }

    private static Kept.Handing handing(Map<String, Object> handing) {
        var how =
                switch (text(handing, "how")) {
                    case "printed" -> new How.Printed();
                    case "shown" -> new How.Shown();
                    case "failed" -> new How.Failed(new Code(text(handing, "reason")));
                    default -> throw new IllegalArgumentException("no such hand-over");
                };
        return new Kept.Handing(RequestId.parse(text(handing, "request")), how);
    }

    private static Optional<String> textIfAny(Map<String, Object> from, String name) {
        return from.containsKey(name) ? Optional.of(text(from, name)) : Optional.empty();
    }

    private static String text(Map<String, Object> from, String name) {
        if (from.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is no text");
    }

    private static long number(Map<String, Object> from, String name) {
        if (from.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " is no number");
    }

    private static List<String> texts(Map<String, Object> from, String name) {
        if (!(from.get(name) instanceof List<?> list)) {
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

    private static Optional<Map<String, Object>> object(Map<String, Object> from, String name) {
        if (!from.containsKey(name)) {
            return Optional.empty();
        }
        if (!(from.get(name) instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(name + " is no object");
        }
        var object = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return Optional.of(object);
    }
}
