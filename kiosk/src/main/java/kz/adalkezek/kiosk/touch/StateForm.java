package kz.adalkezek.kiosk.touch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import kz.adalkezek.kiosk.errand.Errand;
import kz.adalkezek.kiosk.errand.Given;
import kz.adalkezek.kiosk.errand.Stage;
import kz.adalkezek.kiosk.errand.Why;
import kz.adalkezek.kiosk.gpio.PanelView;
import kz.adalkezek.kiosk.link.BranchProblem;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.link.Expected;
import kz.adalkezek.kiosk.link.Hall;
import kz.adalkezek.kiosk.print.PrinterStatus;
import kz.adalkezek.kiosk.scan.Scan;
import kz.adalkezek.queue.RequestId;

/// What the touch page is told, as JSON; members that have no meaning are left out.
final class StateForm {

    private final Texts texts;
    private final TouchPage.Kiosk kiosk;
    private final Function<String, Optional<RequestId>> copied;

    /// @param copied the errand of a token whose ticket this kiosk may print once more
    StateForm(Texts texts, TouchPage.Kiosk kiosk, Function<String, Optional<RequestId>> copied) {
        this.copied = copied;
        this.texts = texts;
        this.kiosk = kiosk;
    }

    ObjectNode state(
            BranchWatch.View branch,
            TouchPage.Standing standing,
            PrinterStatus printer,
            Optional<Errand> errand,
            Optional<PanelView> panel,
            Optional<Scan> scan) {
        var state = JsonNodeFactory.instance.objectNode();
        state.put("kiosk", kiosk.id());
        state.put("boot", kiosk.boot().toString());
        state.put("language", kiosk.language().tag());
        kiosk.mm().ifPresentOrElse(mm -> state.put("mm", mm), () -> state.putNull("mm"));
        branch(branch, state.putObject("branch"));
        state.put("paired", standing.paired());
        state.put("givesAlone", standing.givesAlone());
        state.put("trusts", standing.trusts());
        printer(printer, state.putObject("printer"));
        panel.ifPresent(it -> panel(it, state.putObject("panel")));
        scan.ifPresent(it -> ScanRoutes.form(it, state.putObject("scan"), copied));
        errand.ifPresentOrElse(
                it -> state.set("errand", errand(it)), () -> state.putNull("errand"));
        return state;
    }

    private static void panel(PanelView panel, ObjectNode form) {
        form.put("help", panel.helpCalled());
        panel.present().ifPresent(present -> form.put("present", present));
    }

    ObjectNode errand(Errand errand) {
        var form = JsonNodeFactory.instance.objectNode();
        form.put("request", errand.request().toString());
        form.put("stage", stage(errand.stage()));
        form.put("late", errand.stage() instanceof Stage.Asking(boolean late) && late);
        form.put("language", errand.wish().language().tag());
        errand.services().forEach(form.putArray("services")::add);
        errand.stage().given().ifPresent(ticket -> ticket(errand, ticket, form));
        why(errand.stage()).ifPresent(why -> form.put("why", why.code()));
        problem(errand)
                .ifPresent(problem ->
                        form.putObject("problem")
                                .put("code", problem.code())
                                .put("detail", problem.detail()));
        return form;
    }

    private void ticket(Errand errand, Given ticket, ObjectNode form) {
        form.put("number", ticket.number().toString());
        switch (ticket) {
            case Given.ByBranch(var issued) -> {
                form.put("ahead", issued.ahead());
                expected(issued.expected(), form.putObject("wait"));
                form.put("receipt", issued.receipt());
            }
            case Given.ByKiosk alone -> {
                form.put("keptFrom", alone.keptFrom().toString());
                form.put("page", alone.address());
            }
        }
        form.put("code", "/errands/" + errand.request() + "/code.svg");
    }

    private static Optional<Why> why(Stage stage) {
        return switch (stage) {
            case Stage.OnScreen(_, var why) -> Optional.of(why);
            case Stage.Handed(_, var why) -> why;
            case Stage.Asking _,
                    Stage.Printing _,
                    Stage.Printed _,
                    Stage.Refused _,
                    Stage.Unanswered _,
                    Stage.Distrusted _ ->
                    Optional.empty();
        };
    }

    private Optional<BranchProblem> problem(Errand errand) {
        return switch (errand.stage()) {
            case Stage.Refused(var problem) -> Optional.of(problem);
            case Stage.Unanswered _ -> Optional.of(said(errand, TouchProblem.NO_ANSWER));
            case Stage.Distrusted _ -> Optional.of(said(errand, TouchProblem.LOG_NOT_EXTENDED));
            case Stage.Asking _,
                    Stage.Printing _,
                    Stage.Printed _,
                    Stage.OnScreen _,
                    Stage.Handed _ ->
                    Optional.empty();
        };
    }

    private BranchProblem said(Errand errand, TouchProblem problem) {
        return new BranchProblem(
                problem.code(), texts.sentence(errand.wish().language(), problem, ""));
    }

    private static String stage(Stage stage) {
        return switch (stage) {
            case Stage.Asking _ -> "asking";
            case Stage.Printing _ -> "printing";
            case Stage.Printed _ -> "printed";
            case Stage.OnScreen _ -> "on-screen";
            case Stage.Handed _ -> "handed";
            case Stage.Refused _, Stage.Unanswered _, Stage.Distrusted _ -> "refused";
        };
    }

    private static void branch(BranchWatch.View branch, ObjectNode form) {
        form.put("reachable", branch.reachable());
        branch.hall()
                .ifPresent(hall -> {
                    form.put("open", hall.open());
                    hall.opensAt().ifPresent(at -> form.put("opensAt", at.toString()));
                    form.put("waiting", hall.waiting());
                    form.put("offer", hall.offer());
                    var groups = form.putObject("groups");
                    hall.groups().forEach((code, group) -> group(group, groups.putObject(code)));
                });
    }

    private static void group(Hall.Group group, ObjectNode form) {
        form.put("desks", group.desks()).put("waiting", group.waiting());
        group.expected().ifPresent(wait -> expected(wait, form.putObject("wait")));
    }

    private static void expected(Expected wait, ObjectNode form) {
        form.put("p50", wait.p50()).put("p90", wait.p90()).put("learned", wait.learned());
    }

    private static void printer(PrinterStatus printer, ObjectNode form) {
        switch (printer) {
            case PrinterStatus.Ready(boolean low) -> form.put("state", low ? "low" : "ready");
            case PrinterStatus.Trouble(var why) ->
                    form.put("state", "trouble").put("why", Why.of(why).orElse(Why.OFFLINE).code());
            case PrinterStatus.Unknown _ -> form.put("state", "unknown");
        }
    }
}
