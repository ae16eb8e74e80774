package kz.adalkezek.kiosk;

import java.util.Optional;
import java.util.function.LongSupplier;
import kz.adalkezek.kiosk.gpio.Lamp;
import kz.adalkezek.kiosk.gpio.Panel;
import kz.adalkezek.kiosk.gpio.Pi4jPins;
import kz.adalkezek.kiosk.gpio.Pins;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.link.Hall;
import kz.adalkezek.kiosk.print.PrinterStatus;
import kz.adalkezek.kiosk.report.DeviceReports;
import kz.adalkezek.kiosk.report.PartState;
import kz.adalkezek.kiosk.sim.PanelSimulator;

/// The lamp, button, door and sensor of this kiosk, and what follows from them.
final class FrontPanel implements AutoCloseable {

    private final Optional<PanelSimulator> simulator;
    private final Panel panel;

    /// Since the start; before that there is nothing to answer. Only the panel's thread.
    private boolean helpWasCalled;

    /// @param nanos a clock that only goes forward
    FrontPanel(GpioConfig config, LongSupplier nanos) {
        simulator =
                switch (config.provider()) {
                    case SIM -> Optional.of(new PanelSimulator());
                    case GPIOD -> Optional.empty();
                };
        Pins.Opener opener = simulator.<Pins.Opener>map(it -> it::open).orElse(Pi4jPins::gpiod);
        panel = new Panel(opener, config.wiring(), Panel.SETTLE, nanos);
    }

    /// @param onChange told after each change; must not block
    void start(DeviceReports reports, Runnable onChange) {
        panel.start(() -> {
            tell(reports);
            onChange.run();
        });
    }

    Panel panel() {
        return panel;
    }

    Optional<PanelSimulator> simulator() {
        return simulator;
    }

    /// Green while a citizen can take a ticket.
    ///
    /// @param givesAlone whether one would get a number while the branch is away
    void light(BranchWatch.View branch, PrinterStatus printer, boolean givesAlone) {
        boolean open = branch.hall().map(Hall::open).orElse(givesAlone);
        boolean paper =
                switch (printer) {
                    case PrinterStatus.Ready(boolean low) -> low;
                    case PrinterStatus.Trouble _ -> true;
                    case PrinterStatus.Unknown _ -> false;
                };
        panel.light(open ? paper ? Lamp.PAPER : Lamp.READY : Lamp.OFF);
    }

    /// A door of which nobody knows is not told.
    private void tell(DeviceReports reports) {
        var now = panel.view();
        reports.is(now.works() ? PartState.LAMP_READY : PartState.LAMP_FAULT);
        now.doorOpen()
                .map(open -> open ? PartState.DOOR_OPEN : PartState.DOOR_CLOSED)
                .ifPresent(reports::is);
        helpWasCalled |= now.helpCalled();
        if (helpWasCalled) {
            reports.is(now.helpCalled() ? PartState.HELP_CALLED : PartState.HELP_ANSWERED);
        }
    }

    /// Drives the lamps to rest.
    @Override
    public void close() {
        panel.close();
    }
}
