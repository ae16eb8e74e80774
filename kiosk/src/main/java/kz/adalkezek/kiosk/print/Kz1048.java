package kz.adalkezek.kiosk.print;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// KZ-1048 (STRK1048-2002), the code page for Kazakh, which Java does not have. From the mapping
/// that Unicode publishes (VENDORS/MISC/KZ1048.TXT).
final class Kz1048 {

    private static final int FIRST_HIGH = 0x80;

    /// The bytes 80 to FF; 98 has no sign.
    private static final String HIGH =
            "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\uFFFF™љ›њқһџ"
                    + "\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү°±Ііөµ¶·ё№ғ»әҢңү"
                    + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                    + "абвгдежзийклмнопрстуфхцчшщъыьэюя";

    private static final char NO_SIGN = '\uFFFF';

    private static final Map<Character, Byte> BYTES = bytes();

    private Kz1048() {}

    /// Nothing if a character has no byte: none is ever replaced.
    static Optional<byte[]> encode(String words) {
        byte[] encoded = new byte[words.length()];
        for (int i = 0; i < encoded.length; i++) {
            char letter = words.charAt(i);
            var high = BYTES.get(letter);
            if (letter >= FIRST_HIGH && high == null) {
                return Optional.empty();
            }
            encoded[i] = high == null ? (byte) letter : high;
        }
        return Optional.of(encoded);
    }

    private static Map<Character, Byte> bytes() {
        var bytes = new HashMap<Character, Byte>();
        for (int i = 0; i < HIGH.length(); i++) {
            if (HIGH.charAt(i) != NO_SIGN) {
                bytes.put(HIGH.charAt(i), (byte) (FIRST_HIGH + i));
            }
        }
        return Map.copyOf(bytes);
    }
}
