package kz.adalkezek.kiosk.touch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import kz.adalkezek.kiosk.sim.PanelSimulator;

/// The page of a simulated panel: its lamps, and what a person can press, open and walk up to.
final class SimPanelRoutes {

    private static final int NO_CONTENT = 204;

    private final PanelSimulator panel;
    private final ScreenRoutes screens;

    SimPanelRoutes(PanelSimulator panel, ScreenRoutes screens) {
        this.panel = panel;
        this.screens = screens;
    }

    void register(RoutesConfig routes) {
        routes.get("/sim/lamp", ctx -> screens.answer(ctx, "lamp-sim.html"));
        routes.get("/sim/lamp/state", this::state);
        routes.put("/sim/lamp/inputs/{input}", this::move);
    }

    private void state(Context ctx) {
        var state = JsonNodeFactory.instance.objectNode();
        var lamps = state.putObject("lamps");
        panel.lamps().forEach(lamps::put);
        var inputs = state.putObject("inputs");
        for (var part : PanelSimulator.Part.values()) {
            inputs.put(word(part), panel.isMoved(part));
        }
        ctx.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(state.toString());
    }

    private void move(Context ctx) {
        var named = ctx.pathParam("input");
        var part =
                Arrays.stream(PanelSimulator.Part.values())
                        .filter(known -> word(known).equals(named))
                        .findFirst()
                        .orElseThrow(() -> new TouchProblemException(TouchProblem.NOT_FOUND));
        panel.move(part, Body.of(ctx, "on").truth("on"));
        ctx.status(NO_CONTENT);
    }

    private static String word(PanelSimulator.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
