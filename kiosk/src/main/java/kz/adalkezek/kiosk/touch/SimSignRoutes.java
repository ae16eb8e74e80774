package kz.adalkezek.kiosk.touch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import kz.adalkezek.kiosk.sim.SignSimulator;

/// The page of simulated LED boards: what they show, and what can be wrong with their line.
final class SimSignRoutes {

    private static final int NO_CONTENT = 204;

    private final SignSimulator signs;
    private final ScreenRoutes screens;

    SimSignRoutes(SignSimulator signs, ScreenRoutes screens) {
        this.signs = signs;
        this.screens = screens;
    }

    void register(RoutesConfig routes) {
        routes.get("/sim/led", ctx -> screens.answer(ctx, "led-sim.html"));
        routes.get("/sim/led/state", this::state);
        routes.put("/sim/led/plug", this::plug);
        routes.put("/sim/led/stuck", this::stick);
    }

    private void state(Context ctx) {
        var state = JsonNodeFactory.instance.objectNode();
        state.put("plugged", signs.isPlugged());
        state.put("stuck", signs.isStuck());
        state.put("protocol", signs.kind().name().toLowerCase(Locale.ROOT));
        var all = state.putArray("signs");
        for (var sign : signs.signs()) {
            all.addObject()
                    .put("counter", sign.counter())
                    .put("address", sign.address())
                    .put("text", sign.text())
                    .put("frames", sign.frames());
        }
        signs.errors().forEach(state.putArray("errors")::add);
        ctx.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(state.toString());
    }

    private void plug(Context ctx) throws IOException {
        if (Body.of(ctx, "in").truth("in")) {
            signs.plugIn();
        } else {
            signs.unplug();
        }
        ctx.status(NO_CONTENT);
    }

    private void stick(Context ctx) throws IOException {
        signs.stick(Body.of(ctx, "on").truth("on"));
        ctx.status(NO_CONTENT);
    }
}
