package kz.adalkezek.kiosk.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Cuts a stream of bytes into commands, strictly: an unknown command, a value out of range or a
/// picture wider than the paper is [Order.Wrong] and is named with its place in the stream.
final class OrderParser {

    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;
    private static final int DLE = 0x10;
    private static final int DEL = 0x7F;
    private static final int RASTER = 0x1D76;
    private static final int RASTER_HEAD_BYTES = 8;
    private static final int RASTER_MAX_ROWS = 255;
    private static final int CUT = 0x1D56;
    private static final int REAL_TIME_BY_FUNCTION = 0x1014;
    private static final int CODE_2D = 0x1D28;
    private static final int CODE_2D_HEAD_BYTES = 5;
    private static final int CODE_2D_MAX_BYTES = 7_092;
    private static final int QR = 0x31;

    /// The whole lengths of commands that have one length.
    private static final Map<Integer, Integer> LENGTHS =
            Map.ofEntries(
                    Map.entry(0x1B40, 2),
                    Map.entry(0x1B32, 2),
                    Map.entry(0x1B33, 3),
                    Map.entry(0x1B74, 3),
                    Map.entry(0x1B52, 3),
                    Map.entry(0x1B4D, 3),
                    Map.entry(0x1B21, 3),
                    Map.entry(0x1D42, 3),
                    Map.entry(0x1B45, 3),
                    Map.entry(0x1B2D, 3),
                    Map.entry(0x1B61, 3),
                    Map.entry(0x1B64, 3),
                    Map.entry(0x1B4A, 3),
                    Map.entry(0x1B70, 5),
                    Map.entry(0x1C2E, 2),
                    Map.entry(0x1D21, 3),
                    Map.entry(0x1D61, 3),
                    Map.entry(0x1D72, 3),
                    Map.entry(0x1D49, 3),
                    Map.entry(0x1004, 3),
                    Map.entry(0x1005, 3));

    private final int widthBytes;
    private final Set<Integer> pages;
    private final ByteArrayOutputStream command = new ByteArrayOutputStream();
    private int wanted = 1;
    private long place;

    /// @param pages the numbers of the code pages that this printer has
    OrderParser(int widthDots, Set<Integer> pages) {
        this.widthBytes = widthDots / Byte.SIZE;
        this.pages = Set.copyOf(pages);
    }

    /// Forgets the beginning of a command.
    void reset() {
        command.reset();
        wanted = 1;
    }

    /// The command that this byte completes.
    Optional<Order> push(byte next) {
        command.write(next);
        place++;
        if (command.size() < wanted) {
            return Optional.empty();
        }
        byte[] bytes = command.toByteArray();
        int length = length(bytes);
        if (length > bytes.length) {
            wanted = length;
            return Optional.empty();
        }
        var order = length == 0 ? wrong("unknown command", bytes) : decode(bytes);
        reset();
        return Optional.of(order);
    }

    /// The length of the command as far as its beginning tells, 0 when there is no such command.
    private int length(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        if (first != ESC && first != FS && first != GS && first != DLE) {
            return first == '\n' || first == '\r' || (first >= ' ' && first != DEL) ? 1 : 0;
        }
        if (bytes.length == 1) {
            return 2;
        }
        int name = (first << Byte.SIZE) | Byte.toUnsignedInt(bytes[1]);
        return switch (name) {
            case RASTER -> rasterLength(bytes);
            case CODE_2D -> code2dLength(bytes);
            case CUT -> bytes.length < 3 ? 3 : cutLength(bytes[2]);
            case REAL_TIME_BY_FUNCTION -> bytes.length < 3 ? 3 : realTimeLength(bytes[2]);
            default -> LENGTHS.getOrDefault(name, 0);
        };
    }

    private static int cutLength(byte mode) {
        return switch (mode) {
            case 0, 1, '0', '1' -> 3;
            case 0x41, 0x42 -> 4;
            default -> 0;
        };
    }

    private static int realTimeLength(byte function) {
        return switch (function) {
            case 1 -> 5;
            case 8 -> 10;
            default -> 0;
        };
    }

    private static int code2dLength(byte[] bytes) {
        if (bytes.length < 3) {
            return 3;
        }
        if (bytes[2] != 'k') {
            return 0;
        }
        if (bytes.length < CODE_2D_HEAD_BYTES) {
            return CODE_2D_HEAD_BYTES;
        }
        int length = number(bytes, 3);
        return length < 3 || length > CODE_2D_MAX_BYTES ? 0 : CODE_2D_HEAD_BYTES + length;
    }

    private static int rasterLength(byte[] bytes) {
        if (bytes.length < 3) {
            return 3;
        }
        if (bytes[2] != '0') {
            return 0;
        }
        if (bytes.length < RASTER_HEAD_BYTES) {
            return RASTER_HEAD_BYTES;
        }
        return RASTER_HEAD_BYTES + number(bytes, 4) * number(bytes, 6);
    }

    private Order decode(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        if (bytes.length == 1) {
            return switch (first) {
                case '\n' -> new Order.LineFeed();
                case '\r' -> new Order.Nothing();
                default -> new Order.Letter(first);
            };
        }
        int value = bytes.length > 2 ? Byte.toUnsignedInt(bytes[2]) : 0;
        return switch ((first << Byte.SIZE) | Byte.toUnsignedInt(bytes[1])) {
            case 0x1B40 -> new Order.Initialize();
            case 0x1B32 -> new Order.LineSpacing(TextLine.SPACING_DOTS);
            case 0x1B33 -> new Order.LineSpacing(value);
            case 0x1B45 -> new Order.Bold((value & 1) != 0);
            case 0x1B2D -> new Order.Underline((value & 3) != 0);
            case 0x1B61 -> value % '0' <= 2 ? new Order.Align(value % '0') : wrong("value", bytes);
            case 0x1B64 -> new Order.FeedLines(value);
            case 0x1B4A -> new Order.FeedDots(value);
            case 0x1D21 -> size(value, bytes);
            case 0x1D72 -> value % '0' == 1 ? new Order.TellPaper() : wrong("value", bytes);
            case 0x1D61 -> new Order.TellChanges(value);
            case 0x1D49 -> new Order.TellIdentity(value);
            case CUT ->
                    new Order.Cut(bytes.length > 3, Byte.toUnsignedInt(bytes[bytes.length - 1]));
            case RASTER -> raster(bytes);
            case 0x1B74 ->
                    pages.contains(value) ? new Order.SelectPage(value) : wrong("code page", bytes);
            case 0x1B52 -> value == 0 ? new Order.Nothing() : wrong("international set", bytes);
            case 0x1B4D ->
                    value % '0' <= 1
                            ? new Order.SelectFont(value % '0' == 1)
                            : wrong("value", bytes);
            case 0x1B21 -> mode(value);
            case 0x1D42 -> new Order.Reverse((value & 1) != 0);
            case CODE_2D -> code2d(bytes);
            default -> new Order.Nothing();
        };
    }

    private static Order mode(int value) {
        return new Order.Mode(
                (value & 0x01) != 0,
                (value & 0x08) != 0,
                (value & 0x80) != 0,
                (value & 0x20) != 0 ? 2 : 1,
                (value & 0x10) != 0 ? 2 : 1);
    }

    /// Only QR codes, of model 2.
    private Order code2d(byte[] bytes) {
        int function = Byte.toUnsignedInt(bytes[6]);
        int value = bytes.length > 7 ? Byte.toUnsignedInt(bytes[7]) : 0;
        boolean oneValue = bytes.length == 8;
        if (bytes[5] != QR) {
            return wrong("kind of code", bytes);
        }
        return switch (function) {
            case 0x41 ->
                    bytes.length == 9 && value == 0x32 && bytes[8] == 0
                            ? new Order.Nothing()
                            : wrong("model", bytes);
            case 0x43 ->
                    oneValue && value >= 1 && value <= 16
                            ? new Order.QrModule(value)
                            : wrong("size of a module", bytes);
            case 0x45 ->
                    oneValue && value >= '0' && value <= '3'
                            ? new Order.QrLevel(value - '0')
                            : wrong("level", bytes);
            case 0x50 ->
                    bytes.length > 8 && value == '0'
                            ? new Order.QrContent(
                                    new String(bytes, 8, bytes.length - 8, ISO_8859_1))
                            : wrong("content of a code", bytes);
            case 0x51 -> oneValue && value == '0' ? new Order.QrPrint() : wrong("value", bytes);
            default -> wrong("function of a code", bytes);
        };
    }

    private Order size(int value, byte[] bytes) {
        int across = (value >> 4) + 1;
        int down = (value & 0xF) + 1;
        return across <= 8 && down <= 8 ? new Order.Size(across, down) : wrong("value", bytes);
    }

    private Order raster(byte[] bytes) {
        int mode = bytes[3] % '0';
        int width = number(bytes, 4);
        int height = number(bytes, 6);
        int across = 1 + (mode & 1);
        if (mode < 0 || mode > 3) {
            return wrong("value", bytes);
        }
        if (width == 0 || height == 0 || height > RASTER_MAX_ROWS) {
            return wrong("picture of " + height + " rows", bytes);
        }
        if (width * across > widthBytes) {
            return wrong("picture wider than the paper", bytes);
        }
        var rows = new ArrayList<byte[]>();
        for (int y = 0; y < height; y++) {
            int from = RASTER_HEAD_BYTES + y * width;
            rows.add(Arrays.copyOfRange(bytes, from, from + width));
        }
        return new Order.Raster(rows, across, 1 + (mode >> 1));
    }

    private static int number(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) | (Byte.toUnsignedInt(bytes[at + 1]) << Byte.SIZE);
    }

    private Order wrong(String what, byte[] bytes) {
        var head = Arrays.copyOf(bytes, Math.min(bytes.length, RASTER_HEAD_BYTES));
        var hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(head);
        return new Order.Wrong(what + ": " + hex + " at byte " + (place - bytes.length));
    }
}
