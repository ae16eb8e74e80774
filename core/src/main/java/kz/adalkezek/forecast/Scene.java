package kz.adalkezek.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.Desk;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;

/// A branch at one instant, as numbers that a future can be played on: visits, desks and groups by
/// their place in a list, times in milliseconds from now. A counter to which visits are restricted
/// is a group of its own here.
final class Scene {

    /// What a desk is at when the future begins.
    sealed interface Busy {
        /// @param finishedAgoMs how long papers are put in order already
        record Free(double finishedAgoMs) implements Busy {}

        record Calling(int visit, double sinceMs) implements Busy {}

        record Serving(int visit, double sinceMs) implements Busy {}

        /// Somebody without a ticket, or of whom nothing is known.
        record Direct(double sinceMs) implements Busy {}

        record Paused(double sinceMs) implements Busy {}

        /// No desk has the groups of those who wait: one is expected.
        record Expected() implements Busy {}
    }

    /// Somebody who may still come, with this many minutes of credit.
    record Newcomer(GroupCode group, int credit) {}

    final int maxOvertakes;
    final double helpAfterMs;
    final List<VisitId> visits = new ArrayList<>();
    final double[] fair;
    final double[] claim;
    final double[] since;
    final int[] overtaken;

    /// By visit: the groups of its legs from the present one on, and who does them how fast.
    final int[][] legs;

    final Pace[][][] paces;

    /// By visit: whether somebody waits who wants to know how long.
    final boolean[] asked;

    final Busy[] desks;
    final int[][] primary;
    final int[][] secondary;

    /// By group: the desks that have it.
    final int[][] primaryDesks;

    final int[][] secondaryDesks;

    final List<Newcomer> newcomers;
    final int[] newcomerGroup;
    final List<Times.Credited> credited;
    final int[] creditedGroup;
    final Pace[] groupPace;

    private final Map<GroupCode, Integer> groups = new HashMap<>();
    private final Map<DeskId, Integer> deskPlaces = new HashMap<>();
    private final Map<VisitId, Integer> visitPlaces = new HashMap<>();
    private final Instant now;
    private final Times times;

    /// @param line as of `now`
    Scene(Line line, Instant now, Policy policy, Times times, List<Newcomer> newcomers) {
        this.now = now;
        this.times = times;
        this.newcomers = newcomers;
        maxOvertakes = policy.maxOvertakes();
        helpAfterMs = policy.helpAfter().toMillis();
        var open = new ArrayList<Desk>();
        for (var pair : line.hall().desks()) {
            deskPlaces.put(pair.key(), open.size());
            open.add(pair.value());
            pair.value().primary().forEach(this::group);
            pair.value().secondary().forEach(this::group);
        }
        var present = present(line);
        newcomers.forEach(newcomer -> group(newcomer.group()));
        times.credited().forEach(one -> group(one.group()));

        int n = present.size();
        fair = new double[n];
        claim = new double[n];
        since = new double[n];
        overtaken = new int[n];
        legs = new int[n][];
        paces = new Pace[n][][];
        asked = new boolean[n];
        for (int i = 0; i < n; i++) {
            describe(i, present.get(i));
        }

        int closed = open.size();
        boolean orphans = false;
        var served = new boolean[groups.size()];
        for (var desk : open) {
            desk.primary().forEach(group -> served[group(group)] = true);
            desk.secondary().forEach(group -> served[group(group)] = true);
        }
        for (boolean one : served) {
            orphans |= !one;
        }
        desks = new Busy[closed + (orphans ? 1 : 0)];
        primary = new int[desks.length][];
        secondary = new int[desks.length][];
        for (int d = 0; d < closed; d++) {
            var desk = open.get(d);
            desks[d] = busy(desk);
            primary[d] = places(desk.primary(), groups.size() + d);
            secondary[d] = places(desk.secondary(), -1);
        }
        if (orphans) {
            var lacking = new ArrayList<GroupCode>();
            groups.forEach((group, place) -> {
                if (!served[place]) {
                    lacking.add(group);
                }
            });
            desks[closed] = new Busy.Expected();
            primary[closed] = places(lacking, -1);
            secondary[closed] = new int[0];
        }
        primaryDesks = having(primary);
        secondaryDesks = having(secondary);
        newcomerGroup = newcomers.stream().mapToInt(one -> group(one.group())).toArray();
        credited = List.copyOf(times.credited());
        creditedGroup = credited.stream().mapToInt(one -> group(one.group())).toArray();
        groupPace = new Pace[groups.size()];
        groups.forEach((group, place) -> groupPace[place] = times.group(group));
        heldLegs(present);
    }

    int groupCount() {
        return groups.size() + desks.length;
    }

    /// Everybody who is in the building and whose errand is not over, in the order of their
    /// numbers.
    private List<Visit> present(Line line) {
        var present = new ArrayList<Visit>();
        for (var pair : line.people().visits()) {
            var visit = pair.value();
            boolean here =
                    switch (visit.stage()) {
                        case Visit.Stage.Reserved _,
                                Visit.Stage.Waiting _,
                                Visit.Stage.Called _,
                                Visit.Stage.Serving _ ->
                                true;
                        case Visit.Stage.Parked(var until) -> until.isPresent();
                        case Visit.Stage.Unanswered _,
                                Visit.Stage.Voided _,
                                Visit.Stage.Left _,
                                Visit.Stage.Finished _ ->
                                false;
                    };
            if (here && present.size() < Forecast.VISITS_MAX) {
                present.add(visit);
                visitPlaces.put(visit.id(), visits.size());
                visits.add(visit.id());
                visit.legs()
                        .subList(visit.leg(), visit.legs().size())
                        .forEach(leg -> group(leg.group()));
            }
        }
        return present;
    }

    private void describe(int i, Visit visit) {
        fair[i] = fromNow(visit.fair());
        claim[i] = fromNow(visit.claim());
        overtaken[i] = visit.lawfulOvertakes();
        since[i] =
                switch (visit.stage()) {
                    case Visit.Stage.Waiting(var began) -> fromNow(began);
                    case Visit.Stage.Parked(var until) -> fromNow(until.orElse(now));
                    default -> 0;
                };
        asked[i] =
                visit.stage() instanceof Visit.Stage.Reserved
                        || visit.stage() instanceof Visit.Stage.Waiting;
        int left = visit.legs().size() - visit.leg();
        legs[i] = new int[left];
        paces[i] = new Pace[left][];
        for (int leg = 0; leg < left; leg++) {
            paces[i][leg] = times.leg(visit, visit.leg() + leg).toArray(Pace[]::new);
        }
    }

    /// A leg restricted to a counter waits in the counter's own group, if there is a desk.
    private void heldLegs(List<Visit> present) {
        for (int i = 0; i < present.size(); i++) {
            var visit = present.get(i);
            for (int leg = 0; leg < legs[i].length; leg++) {
                var one = visit.legs().get(visit.leg() + leg);
                legs[i][leg] =
                        one.only()
                                .flatMap(only -> Optional.ofNullable(deskPlaces.get(only)))
                                .map(place -> groups.size() + place)
                                .orElseGet(() -> group(one.group()));
            }
        }
    }

    private Busy busy(Desk desk) {
        return switch (desk.work()) {
            case Desk.Work.Ready _, Desk.Work.WrapUp _ ->
                    new Busy.Free(ago(times.finishedAt(desk.id())));
            case Desk.Work.Calling(var call) -> calling(call);
            case Desk.Work.Serving(var visit) -> {
                double since = ago(times.startedAt(desk.id()));
                var place = visitPlaces.get(visit);
                yield place == null ? new Busy.Direct(since) : new Busy.Serving(place, since);
            }
            case Desk.Work.Direct _ -> new Busy.Direct(ago(times.startedAt(desk.id())));
            case Desk.Work.Paused _ -> new Busy.Paused(ago(times.pausedAt(desk.id())));
        };
    }

    private Busy calling(Desk.Call call) {
        double since = ago(Optional.of(call.at()));
        var place = visitPlaces.get(call.visit());
        return place == null ? new Busy.Direct(since) : new Busy.Calling(place, since);
    }

    private int group(GroupCode group) {
        return groups.computeIfAbsent(group, _ -> groups.size());
    }

    private int[] places(List<GroupCode> codes, int more) {
        var places = new ArrayList<Integer>();
        codes.forEach(code -> places.add(group(code)));
        if (more >= 0) {
            places.add(more);
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The desks of each group.
    private int[][] having(int[][] groups) {
        var desks = new int[groupCount()][];
        var found = new int[groups.length];
        for (int g = 0; g < desks.length; g++) {
            int count = 0;
            for (int d = 0; d < groups.length; d++) {
                if (has(groups[d], g)) {
                    found[count++] = d;
                }
            }
            desks[g] = Arrays.copyOf(found, count);
        }
        return desks;
    }

    private static boolean has(int[] groups, int group) {
        for (int one : groups) {
            if (one == group) {
                return true;
            }
        }
        return false;
    }

    private double fromNow(Instant instant) {
        return Duration.between(now, instant).toMillis();
    }

    private double ago(Optional<Instant> instant) {
        return instant.map(one -> Math.max(0, -fromNow(one))).orElse(0.0);
    }
}
