package kz.adalkezek.kiosk;

import java.util.Map;
import java.util.Optional;
import kz.adalkezek.kiosk.gpio.Wiring;
import kz.adalkezek.kiosk.sim.PanelSimulator;

/// The section `[gpio]`, which a kiosk without lamps and buttons leaves out.
record GpioConfig(Provider provider, Wiring wiring) {

    /// Who drives the pins, always by name.
    enum Provider {
        SIM,
        GPIOD
    }

    static GpioConfig read(ConfigSection section) {
        var provider =
                section.word(
                        "provider",
                        Map.of("sim", Provider.SIM, "gpiod", Provider.GPIOD),
                        Provider.SIM,
                        "write \"gpiod\" for the pins of a Raspberry Pi, or \"sim\"");
        return new GpioConfig(
                provider,
                switch (provider) {
                    case SIM -> PanelSimulator.WIRING;
                    case GPIOD -> wiring(section);
                });
    }

    private static Wiring wiring(ConfigSection section) {
        try {
            return new Wiring(
                    line(section, "ready"),
                    line(section, "paper"),
                    line(section, "help"),
                    line(section, "helpButton"),
                    line(section, "door"),
                    line(section, "presence"));
        } catch (IllegalArgumentException e) {
            section.fault("provider", e.getMessage() + "; give each part a line of its own");
            return PanelSimulator.WIRING;
        }
    }

    private static Optional<Integer> line(ConfigSection section, String key) {
        return section.has(key)
                ? Optional.of(section.number(key, 0, Wiring.LINE_MAX))
                : Optional.empty();
    }
}
