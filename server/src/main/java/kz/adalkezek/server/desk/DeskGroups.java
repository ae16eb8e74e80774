package kz.adalkezek.server.desk;

import java.util.List;
import kz.adalkezek.queue.GroupCode;

/// The groups of a counter by its configuration.
public record DeskGroups(List<GroupCode> primary, List<GroupCode> secondary) {

    public static final DeskGroups NONE = new DeskGroups(List.of(), List.of());

    public DeskGroups {
        primary = List.copyOf(primary);
        secondary = List.copyOf(secondary);
    }
}
