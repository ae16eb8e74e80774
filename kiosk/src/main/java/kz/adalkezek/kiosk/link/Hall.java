package kz.adalkezek.kiosk.link;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How it looks in the hall now: `GET /api/v1/hall`.
///
/// @param offer the tag of the offer in force
/// @param opensAt outside its hours: when it opens next, ISO 8601 with offset
/// @param groups by code, in the order of the branch
public record Hall(
        long size,
        boolean open,
        Optional<OffsetDateTime> opensAt,
        String offer,
        long waiting,
        Map<String, Group> groups) {

    static final int GROUPS_MAX = 26;
    static final int TAG_MAX_CHARS = 100;
    static final long SIZE_MAX = 1L << 40;
    private static final int PEOPLE_MAX = 99_999;
    private static final int DESKS_MAX = 999;

    /// @param desks that call from it now
    /// @param expected wait of somebody who came now; nothing when nobody calls
    public record Group(long desks, long waiting, Optional<Expected> expected) {}

    public Hall {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    static Hall of(Reading hall) throws StrangeAnswerException {
        var groups = new LinkedHashMap<String, Group>();
        for (var group : hall.object("groups").each(GROUPS_MAX).entrySet()) {
            var said = group.getValue();
            var wait = said.objectIfAny("wait");
            groups.put(
                    group.getKey(),
                    new Group(
                            said.number("desks", DESKS_MAX),
                            said.number("waiting", PEOPLE_MAX),
                            wait.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Expected.of(wait.get()))));
        }
        return new Hall(
                hall.number("size", SIZE_MAX),
                hall.truth("open"),
                hall.instantIfAny("opensAt"),
                hall.text("offer", TAG_MAX_CHARS),
                hall.number("waiting", PEOPLE_MAX),
                groups);
    }
}
