package kz.adalkezek.queue;

import java.util.List;

/// A start from disk as the server does it: from the newest `day.opened` and the entries whose
/// requests it still remembers, each read from its bytes.
final class Restarted {

    private Restarted() {}

    static Line from(List<Entry> log) {
        int newest = log.size() - 1;
        while (newest >= 0 && !(log.get(newest).event() instanceof Event.DayOpened)) {
            newest--;
        }
        if (newest < 0) {
            return fold(Line.EMPTY, log);
        }
        var opened = (Event.DayOpened) decoded(log.get(newest)).event();
        var line = Line.before(newest, opened);
        for (var entry : log.subList((int) opened.state().rememberedFrom(), newest)) {
            line = line.remembering(decoded(entry));
        }
        return fold(line, log.subList(newest, log.size()));
    }

    static Line fold(Line line, List<Entry> entries) {
        var folded = line;
        for (var entry : entries) {
            folded = folded.after(decoded(entry));
        }
        return folded;
    }

    static Entry decoded(Entry entry) {
        return EventCodec.decode(EventCodec.encode(entry));
    }
}
