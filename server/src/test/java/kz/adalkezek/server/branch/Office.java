package kz.adalkezek.server.branch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.PolicyCodec;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.journal.Disk;
import kz.adalkezek.server.journal.FileDisk;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.journal.PrivateDays;
import kz.adalkezek.server.keys.Keys;
import org.jspecify.annotations.Nullable;

/// A whole branch on a real disk in a test: everything but HTTP. Time passes when the test says so.
final class Office implements AutoCloseable {

    static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");
    static final Asker KIOSK = new Asker.Device(new DeviceId("k1"));
    static final Asker CLERK = new Asker.Staff("op-03");
    static final DeskId DESK_3 = new DeskId(3);
    static final Code HALL = new Code("main");
    private static final String ORIGIN = "example.kz/branch/1";

    final Journal journal;
    final Branch branch;
    final Tickets tickets;
    final Catalogues catalogues;
    private final PrivateDays days;
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final Clock clock;

    /// A wall clock and the clock that cannot be moved.
    static final class Clock implements InstantSource {

        private final AtomicLong wallMs = new AtomicLong(NINE.toEpochMilli());
        private final AtomicLong nanos = new AtomicLong();

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(wallMs.get());
        }

        long nanos() {
            return nanos.get();
        }

        void passes(Duration time) {
            nanos.addAndGet(time.toNanos());
            wallMs.addAndGet(time.toMillis());
        }

        void isSetTo(Instant instant) {
            wallMs.set(instant.toEpochMilli());
        }
    }

    Office(Path data, Clock clock) {
        this(new FileDisk(), data, clock);
    }

    Office(Disk disk, Path data, Clock clock) {
        this.clock = clock;
        var signer = Keys.load(data.resolve("keys"), ORIGIN, new SecureRandom());
        journal =
                Journal.open(
                        disk,
                        data.resolve("log"),
                        data.resolve("signed"),
                        signer,
                        signer.key(),
                        fault::set);
        days = new PrivateDays(disk, data.resolve("private"));
        var openings = new Openings(days, new SecureRandom());
        branch = new Branch(journal, openings, clock, clock::nanos, ZoneId.of("Asia/Almaty"));
        branch.start((_, throwable) -> fault.set(throwable));
        catalogues = new Catalogues(disk, data.resolve("log/catalogue"));
        catalogues.add(Catalogue.parse(resource("catalogue.json")));
        tickets = new Tickets(branch, journal, catalogues, "https://branch.example.kz");
    }

    /// As on the first morning.
    Office founded() {
        var founding = new Founding(branch);
        founding.publish(
                ORIGIN,
                "00",
                PolicyCodec.read(
                        resource("policy.json").getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Catalogue.parse(resource("catalogue.json")));
        founding.enrol(new DeviceId("k1"), Event.DeviceKind.KIOSK, HALL);
        founding.enrol(new DeviceId("b1"), Event.DeviceKind.BOARD, HALL);
        founding.openDay(Map.of(DESK_3, HALL, new DeskId(5), HALL));
        return this;
    }

    Clock clock() {
        return clock;
    }

    @Nullable Throwable fault() {
        return fault.get();
    }

    static RequestId request(long number) {
        return new RequestId(new UUID(7, number));
    }

    Tickets.Taken takes(long request, String service) {
        return tickets.take(
                request(request),
                KIOSK,
                Fingerprint.of("tickets", "k1", Map.of("services", List.of(service))),
                new Tickets.Wanted(
                        List.of(service), "kk", "", Command.Touched.UNKNOWN, 1, Optional.empty()));
    }

    VisitId ticket(long request, String service) {
        return ((Tickets.Taken.Ticket) takes(request, service)).visit();
    }

    /// A ticket that is in the citizen's hands.
    VisitId waits(long request, String service) {
        var visit = ticket(request, service);
        decided(
                Ask.of(
                        KIOSK,
                        Fingerprint.NONE,
                        by ->
                                new Command.HandTicket(
                                        request(request + 1_000_000),
                                        by,
                                        visit,
                                        Event.Handing.PRINTED,
                                        Code.NONE)));
        return visit;
    }

    Decision opensDesk(long request, String group) {
        return decided(
                Ask.of(
                        CLERK,
                        Fingerprint.NONE,
                        by ->
                                new Command.OpenDesk(
                                        request(request),
                                        by,
                                        DESK_3,
                                        List.of(new GroupCode(group)),
                                        List.of())));
    }

    Decision callsNext(long request) {
        return decided(
                Ask.of(
                        CLERK,
                        Fingerprint.NONE,
                        by -> new Command.CallNext(request(request), by, DESK_3)));
    }

    Decision decided(Ask ask) {
        return ((Outcome.Decided) branch.submit(ask)).decision();
    }

    static String resource(String name) {
        try (var stream = Office.class.getResourceAsStream("/demo/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        branch.close();
        days.close();
        journal.close();
    }
}
