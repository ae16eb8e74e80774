package kz.adalkezek.kiosk.touch;

import io.javalin.config.RoutesConfig;
import java.util.Optional;
import kz.adalkezek.kiosk.link.Cable;
import kz.adalkezek.kiosk.sim.PanelSimulator;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import kz.adalkezek.kiosk.sim.SignSimulator;

/// The devices of this kiosk that are simulated; each has a page.
///
/// @param branch the cable to the branch, which a demo can pull
public record Simulators(
        Cable branch,
        Optional<PrinterSimulator> printer,
        Optional<SignSimulator> signs,
        Optional<PanelSimulator> panel) {

    void register(RoutesConfig routes, ScreenRoutes screens) {
        printer.ifPresent(it -> new SimRoutes(it, branch, screens).register(routes));
        signs.ifPresent(it -> new SimSignRoutes(it, screens).register(routes));
        panel.ifPresent(it -> new SimPanelRoutes(it, screens).register(routes));
    }
}
