package kz.adalkezek.kiosk.print;

import java.util.ArrayList;
import java.util.List;

/// Breaks words into lines of a printer's own letters, all of one width.
final class Columns {

    private Columns() {}

    /// As few lines as possible, and these as equal as possible; a word that is wider than the room
    /// is cut where the room ends.
    static List<String> wrapped(String words, int room) {
        var parts = words.replace("№ ", "№\u00A0").split(" ", -1);
        var lines = broken(parts, room);
        int longest = 1;
        for (var part : parts) {
            longest = Math.max(longest, part.length());
        }
        for (int narrower = room - 1; lines.size() > 1 && narrower >= longest; narrower--) {
            var evener = broken(parts, narrower);
            if (evener.size() > lines.size()) {
                break;
            }
            lines = evener;
        }
        return lines;
    }

    /// In the middle of a field, with as many spaces on both sides.
    static String centred(String words, int field) {
        int left = (field - words.length()) / 2;
        return " ".repeat(left) + words + " ".repeat(field - words.length() - left);
    }

    private static List<String> broken(String[] words, int room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > room) {
                lines.add(line.substring(0, room));
                line.delete(0, room);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
