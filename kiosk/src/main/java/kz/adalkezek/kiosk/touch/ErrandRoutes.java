package kz.adalkezek.kiosk.touch;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.function.Function;
import kz.adalkezek.kiosk.errand.Copies;
import kz.adalkezek.kiosk.errand.Errand;
import kz.adalkezek.kiosk.errand.Errands;
import kz.adalkezek.kiosk.errand.Given;
import kz.adalkezek.kiosk.errand.Stage;
import kz.adalkezek.kiosk.errand.Wish;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.ReceiptCode;
import kz.adalkezek.queue.RequestId;

/// What a citizen touches. A route translates; the errand decides.
final class ErrandRoutes {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final System.Logger LOG = System.getLogger("kezek.touch");
    private static final String JSON = "application/json";

    private final Errands errands;
    private final Copies copies;
    private final BranchWatch branch;
    private final StateForm form;

    ErrandRoutes(Errands errands, Copies copies, BranchWatch branch, StateForm form) {
        this.copies = copies;
        this.errands = errands;
        this.branch = branch;
        this.form = form;
    }

    void register(RoutesConfig routes) {
        routes.get("/offer", this::offer);
        routes.put("/errands/{request}", this::begin);
        routes.put("/errands/{request}/had", ctx -> say(ctx, errands::had));
        routes.put("/errands/{request}/reprint", ctx -> say(ctx, errands::reprint));
        routes.put("/errands/{request}/done", ctx -> say(ctx, errands::done));
        routes.delete("/errands/{request}", ctx -> say(ctx, errands::giveUp));
        routes.put("/errands/{request}/copy", this::copy);
        routes.get("/errands/{request}/code.svg", this::code);
    }

    private void offer(Context ctx) {
        var offer =
                branch.view()
                        .offer()
                        .orElseThrow(() -> new TouchProblemException(TouchProblem.NO_OFFER));
        ctx.header("Cache-Control", "no-store").contentType(JSON).result(offer.json());
    }

    private void begin(Context ctx) {
        var request = request(ctx);
        var wish = wish(Body.of(ctx, "services", "language", "ground", "booking"));
        if (branch.view().offer().isEmpty()) {
            throw new TouchProblemException(TouchProblem.NO_OFFER);
        }
        switch (begun(request, wish)) {
            case Errands.Begun.Running(var errand) -> answer(ctx, ACCEPTED, errand);
            case Errands.Begun.TooSoon _ -> throw new TouchProblemException(TouchProblem.TOO_SOON);
        }
    }

    private Errands.Begun begun(RequestId request, Wish wish) {
        try {
            return errands.begin(request, wish);
        } catch (UncheckedIOException e) {
            LOG.log(Level.ERROR, "nothing is begun, because it could not be kept", e);
            throw new TouchProblemException(TouchProblem.NOT_KEPT);
        }
    }

    private static Wish wish(Body body) {
        var tag = body.text("language");
        var language =
                Arrays.stream(Language.values())
                        .filter(known -> known.tag().equals(tag))
                        .findFirst()
                        .orElseThrow(() -> Body.wrong("language"));
        try {
            return new Wish(
                    body.texts("services"),
                    language,
                    body.textIfAny("ground"),
                    body.textIfAny("booking"));
        } catch (IllegalArgumentException e) {
            throw Body.wrong(String.valueOf(e.getMessage()));
        }
    }

    private void say(Context ctx, Function<RequestId, Errands.Said> word) {
        switch (word.apply(request(ctx))) {
            case Errands.Said.Now(var errand) -> answer(ctx, OK, errand);
            case Errands.Said.Nobody _ ->
                    throw new TouchProblemException(TouchProblem.ERRAND_UNKNOWN);
            case Errands.Said.NotNow _ ->
                    throw new TouchProblemException(TouchProblem.ERRAND_NOT_NOW);
        }
    }

    /// Answers when the paper is out.
    private void copy(Context ctx) throws InterruptedException {
        if (!copies.print(request(ctx))) {
            throw new TouchProblemException(TouchProblem.COPY_NOT_PRINTED);
        }
        ctx.status(NO_CONTENT);
    }

    private void answer(Context ctx, int status, Errand errand) {
        ctx.status(status)
                .header("Cache-Control", "no-store")
                .contentType(JSON)
                .result(form.errand(errand).toString());
    }

    private void code(Context ctx) {
        var ticket =
                errands.errand(request(ctx))
                        .map(Errand::stage)
                        .flatMap(Stage::given)
                        .orElseThrow(() -> new TouchProblemException(TouchProblem.ERRAND_UNKNOWN));
        ctx.header("Cache-Control", "no-store")
                .contentType("image/svg+xml")
                .result(
                        switch (ticket) {
                            case Given.ByBranch(var issued) -> ReceiptCode.svg(issued.receipt());
                            case Given.ByKiosk alone -> ReceiptCode.svgOfAddress(alone.address());
                        });
    }

    private static RequestId request(Context ctx) {
        try {
            return RequestId.parse(ctx.pathParam("request"));
        } catch (IllegalArgumentException e) {
            throw new TouchProblemException(TouchProblem.REQUEST_ID_WRONG);
        }
    }
}
