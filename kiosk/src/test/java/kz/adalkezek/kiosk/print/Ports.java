package kz.adalkezek.kiosk.print;

import kz.adalkezek.kiosk.serial.SerialSettings;
import kz.adalkezek.kiosk.sim.PrinterSimulator;

/// Serial settings of the tests.
final class Ports {

    static final int BAUD = 115_200;

    private Ports() {}

    static SerialSettings pty(PrinterSimulator simulator) {
        return new SerialSettings(simulator.port().toString(), BAUD, false, true);
    }
}
