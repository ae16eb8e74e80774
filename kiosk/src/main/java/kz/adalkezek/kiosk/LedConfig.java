package kz.adalkezek.kiosk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.adalkezek.kiosk.led.Address;
import kz.adalkezek.kiosk.led.Protocol;
import kz.adalkezek.kiosk.serial.Frame;
import kz.adalkezek.kiosk.serial.SerialSettings;

/// The section `[led]`, which a kiosk without LED boards leaves out.
///
/// @param device nothing for simulated boards
/// @param boards by counter
record LedConfig(
        Optional<String> device, Protocol protocol, int baud, Map<Integer, Address> boards) {

    private static final String SIMULATED = "sim";
    private static final Pattern COUNTER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int BOARDS_MAX = 200;

    static LedConfig read(ConfigSection section) {
        var device =
                section.text("device", "sim|/.+", "write \"sim\" or a device such as /dev/led");
        var protocol =
                section.word(
                        "protocol",
                        Map.of("stx", Protocol.STX, "alpha", Protocol.ALPHA),
                        Protocol.ALPHA,
                        "write \"stx\" for boards with digits only, or \"alpha\"");
        return new LedConfig(
                device.equals(SIMULATED) ? Optional.empty() : Optional.of(device),
                protocol,
                section.number("baud", SerialSettings.SLOWEST_BAUD, SerialSettings.FASTEST_BAUD),
                boards(section, protocol));
    }

    /// Alpha boards have seven bits and a parity bit.
    Frame frame() {
        return switch (protocol) {
            case STX -> Frame.EIGHT_NONE_ONE;
            case ALPHA -> Frame.SEVEN_EVEN_ONE;
        };
    }

    private static Map<Integer, Address> boards(ConfigSection section, Protocol protocol) {
        var boards = new TreeMap<Integer, Address>();
        var taken = new TreeSet<String>();
        var texts = section.texts("boards", "write { \"1\" = \"01\" }: a counter and its board");
        for (var board : texts.entrySet()) {
            var counter = board.getKey();
            var address = Address.parse(board.getValue(), protocol);
            if (!COUNTER.matcher(counter).matches()) {
                section.fault("boards", "a counter is a number from 1 to 999, not " + counter);
            } else if (address.isEmpty()) {
                section.fault("boards", remedy(protocol) + ", not " + board.getValue());
            } else if (!taken.add(board.getValue())) {
                section.fault("boards", "two counters have the board " + board.getValue());
            } else {
                boards.put(Integer.parseInt(counter), address.get());
            }
        }
        if (texts.size() > BOARDS_MAX) {
            section.fault("boards", "one line has at most " + BOARDS_MAX + " boards");
        }
        return boards;
    }

    private static String remedy(Protocol protocol) {
        return switch (protocol) {
            case STX -> "the address of an stx board is \"01\" to \"99\"";
            case ALPHA -> "the address of an alpha board is \"01\" to \"FF\"";
        };
    }
}
