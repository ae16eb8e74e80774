package kz.adalkezek.kiosk.touch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.adalkezek.kiosk.scan.Scan;
import kz.adalkezek.kiosk.scan.ScanDesk;
import kz.adalkezek.queue.RequestId;

/// Codes that the page has read as keys, and what came of any code.
final class ScanRoutes {

    /// The longest code, each character of it escaped by one more, and the member around it.
    private static final int BODY_MAX_BYTES = 2 * ScanDesk.CODE_MAX_CHARS + 64;

    /// Who left or was served needs no paper.
    private static final Set<String> COPIED = Set.of("waiting", "called");

    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    private final ScanDesk scans;

    ScanRoutes(ScanDesk scans) {
        this.scans = scans;
    }

    void register(RoutesConfig routes) {
        routes.put("/scan", this::scanned);
        routes.delete("/scan", this::seen);
    }

    private void scanned(Context ctx) {
        var code = Body.upTo(BODY_MAX_BYTES, ctx, "code").text("code");
        if (code.isEmpty() || code.length() > ScanDesk.CODE_MAX_CHARS) {
            throw Body.wrong("code");
        }
        scans.scanned(code);
        ctx.status(ACCEPTED);
    }

    private void seen(Context ctx) {
        scans.seen();
        ctx.status(NO_CONTENT);
    }

    /// @param copied the errand of a token whose ticket this kiosk may print once more
    static void form(Scan scan, ObjectNode form, Function<String, Optional<RequestId>> copied) {
        form.put("id", scan.id());
        switch (scan.what()) {
            case Scan.What.Booked(var code) -> form.put("kind", "booked").put("code", code);
            case Scan.What.Place place -> {
                form.put("kind", "place");
                form.put("number", place.number().toString());
                form.put("state", place.state());
                place.ahead().ifPresent(ahead -> form.put("ahead", ahead));
                place.counter().ifPresent(counter -> form.put("counter", counter));
                if (COPIED.contains(place.state())) {
                    copied.apply(place.token())
                            .ifPresent(errand -> form.put("copy", errand.toString()));
                }
            }
            case Scan.What.Strange _ -> form.put("kind", "strange");
            case Scan.What.NoCode _ -> form.put("kind", "no-code");
            case Scan.What.Away _ -> form.put("kind", "away");
        }
    }
}
