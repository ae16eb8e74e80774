package kz.adalkezek.kiosk.touch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import kz.adalkezek.kiosk.link.Cable;
import kz.adalkezek.kiosk.sim.CutPaper;
import kz.adalkezek.kiosk.sim.Fault;
import kz.adalkezek.kiosk.sim.PrinterSimulator;

/// The page of a simulated printer: its papers, and everything that can be wrong with it.
final class SimRoutes {

    private static final int NO_CONTENT = 204;

    private final PrinterSimulator printer;
    private final Cable branch;
    private final ScreenRoutes screens;

    SimRoutes(PrinterSimulator printer, Cable branch, ScreenRoutes screens) {
        this.printer = printer;
        this.branch = branch;
        this.screens = screens;
    }

    void register(RoutesConfig routes) {
        routes.get("/sim/printer", ctx -> screens.answer(ctx, "printer-sim.html"));
        routes.get("/sim/printer/state", this::state);
        routes.get("/sim/printer/papers/{paper}", this::paper);
        routes.put("/sim/printer/faults/{fault}", this::fault);
        routes.put("/sim/printer/plug", this::plug);
        routes.put("/sim/branch/plug", this::plugBranch);
    }

    /// Papers newest first; `hanging` is what will be the next one, with the rows printed so far.
    private void state(Context ctx) {
        var state = JsonNodeFactory.instance.objectNode();
        state.put("plugged", printer.isPlugged());
        state.put("offline", printer.isOffline());
        state.put("branch", branch.isIn());
        var faults = state.putArray("faults");
        printer.faults().stream().sorted().forEach(fault -> faults.add(word(fault)));
        var papers = state.putArray("papers");
        for (var paper : printer.papers().reversed()) {
            papers.addObject().put("paper", paper.number()).put("torn", paper.torn());
        }
        var hanging = printer.hanging();
        state.putObject("hanging")
                .put("paper", hanging.number())
                .put("rows", hanging.printedRows());
        printer.errors().forEach(state.putArray("errors")::add);
        ctx.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(state.toString());
    }

    private void paper(Context ctx) {
        var name = ctx.pathParam("paper");
        var piece =
                Stream.concat(printer.papers().stream(), Stream.of(printer.hanging()))
                        .filter(paper -> name.equals(paper.number() + ".png"))
                        .findFirst()
                        .map(CutPaper::png)
                        .orElseThrow(() -> new TouchProblemException(TouchProblem.NOT_FOUND));
        ctx.header("Cache-Control", "no-store").contentType("image/png").result(piece);
    }

    private void fault(Context ctx) throws IOException {
        var named = ctx.pathParam("fault");
        var fault =
                Arrays.stream(Fault.values())
                        .filter(known -> word(known).equals(named))
                        .findFirst()
                        .orElseThrow(() -> new TouchProblemException(TouchProblem.NOT_FOUND));
        printer.set(fault, Body.of(ctx, "on").truth("on"));
        ctx.status(NO_CONTENT);
    }

    private void plug(Context ctx) throws IOException {
        if (Body.of(ctx, "in").truth("in")) {
            printer.plugIn();
        } else {
            printer.unplug();
        }
        ctx.status(NO_CONTENT);
    }

    /// The cable to the branch: hours without it, for whoever wants to see them.
    private void plugBranch(Context ctx) throws IOException {
        branch.plug(Body.of(ctx, "in").truth("in"));
        ctx.status(NO_CONTENT);
    }

    static String word(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
