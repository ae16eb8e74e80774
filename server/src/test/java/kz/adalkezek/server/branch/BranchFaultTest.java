package kz.adalkezek.server.branch;

import static kz.adalkezek.server.branch.Office.CLERK;
import static kz.adalkezek.server.branch.Office.DESK_3;
import static kz.adalkezek.server.branch.Office.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import kz.adalkezek.audit.Replay;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Opened;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.journal.CrashDisk;
import kz.adalkezek.server.journal.CrashDisk.Fault;
import kz.adalkezek.server.journal.CrashDisk.Loss;
import kz.adalkezek.server.journal.JournalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole day of a branch on a disk of which the n-th call fails, for every n: what was
/// acknowledged is there after the crash, nothing was acknowledged or signed after the fault, and
/// the log is lawful to an outsider.
class BranchFaultTest {

    private static final int PEOPLE = 8;

    /// The tickets that the branch has acknowledged, by the number of their request.
    private final Map<Long, VisitId> acknowledged = new LinkedHashMap<>();

    @Test
    void losesNothingAcknowledgedWhicheverCallOfADayFails(@TempDir Path data) {
        long calls = callsOfADay(data);
        assertThat(calls).isGreaterThan(100);
        LongStream.rangeClosed(1, calls).forEach(call -> failsAt(data, call));
    }

    private long callsOfADay(Path data) {
        var disk = new CrashDisk();
        var clock = new Office.Clock();
        try (var office = new Office(disk, data, clock)) {
            day(office);
            return disk.calls();
        }
    }

    private void failsAt(Path data, long call) {
        var disk = new CrashDisk();
        var clock = new Office.Clock();
        acknowledged.clear();
        disk.failAt(call, call % 2 == 0 ? Fault.REFUSED : Fault.PARTIAL);
        try {
            day(new Office(disk, data, clock));
        } catch (JournalException | IllegalStateException | CompletionException e) {
            // The process would end here; what it had told people is in `acknowledged`.
        }
        long told = acknowledged.size();
        disk.crash(List.of(Loss.values()).get((int) (call % Loss.values().length)));
        try (var again = new Office(disk, data, clock)) {
            assertThat(acknowledged).as("nothing is told after fault %d", call).hasSize((int) told);
            var entries = entries(again);
            assertLawful(entries, call);
            acknowledged.forEach((request, visit) -> assertKept(again, entries, request, visit));
        }
    }

    private void day(Office office) {
        office.founded();
        office.opensDesk(1, "ID");
        for (long person = 100; person < 100 + PEOPLE; person++) {
            acknowledged.put(person, office.ticket(person, "ID-CARD"));
            office.waits(person, "ID-CARD");
            office.clock().passes(Duration.ofSeconds(20));
        }
        for (long call = 200; call < 200 + PEOPLE; call++) {
            office.callsNext(call);
            long start = call + 1_000;
            office.decided(
                    Ask.of(
                            CLERK,
                            Fingerprint.NONE,
                            by -> new Command.StartService(request(start), by, DESK_3)));
        }
        office.callsNext(300);
        office.decided(
                Ask.of(
                        CLERK,
                        Fingerprint.NONE,
                        by -> new Command.CloseDesk(request(301), by, DESK_3, Code.NONE)));
        office.decided(
                Ask.of(
                        Asker.ITSELF,
                        Fingerprint.NONE,
                        by -> new Command.CloseDay(request(302), by, Opened.NONE)));
    }

    private static List<Entry> entries(Office office) {
        try (var entries = office.journal.entries(0, office.journal.size())) {
            return entries.toList();
        }
    }

    private static void assertLawful(List<Entry> entries, long call) {
        var replay = new Replay();
        var findings = new ArrayList<>();
        entries.forEach(entry -> findings.addAll(replay.next(entry)));
        findings.addAll(replay.end());
        assertThat(findings).as("after fault %d", call).isEmpty();
        var numbers = new HashSet<String>();
        for (var entry : entries) {
            if (entry.event() instanceof Event.TicketIssued issued) {
                assertThat(numbers.add(issued.number().toString())).isTrue();
            }
        }
    }

    /// The ticket stands where it was said to stand, and a retry gets it again, opened.
    private static void assertKept(
            Office office, List<Entry> entries, long request, VisitId visit) {
        var entry = entries.get((int) visit.index());
        assertThat(entry.request()).isEqualTo(request(request));
        assertThat(entry.event()).isInstanceOf(Event.TicketIssued.class);
        assertThat(office.branch.openings().of(visit)).isPresent();
        assertThat(office.takes(request, "ID-CARD"))
                .isEqualTo(new Tickets.Taken.Ticket(entry, true));
    }
}
