package kz.adalkezek.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kz.adalkezek.kiosk.enrol.SigningKey;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.link.PairingLink;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.kiosk.offline.Alone;
import kz.adalkezek.kiosk.offline.BranchTime;
import kz.adalkezek.kiosk.offline.Contact;
import kz.adalkezek.kiosk.offline.NumbersLevel;
import kz.adalkezek.kiosk.offline.Stock;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.server.bench.Bench.Measurement;
import kz.adalkezek.server.bench.Figures;

/// How long it takes to hand over a day of tickets that a kiosk has given alone: over HTTP, to a
/// server process that signs and forces, verified afterwards. A second kiosk is paired for it.
final class OfflineBench implements Measurement {

    private static final int TICKETS = 2_000;
    private static final double LIMIT_S = 2;
    private static final int PATIENCE_S = 120;
    private static final double NANOS_A_SECOND = 1e9;

    /// One of each letter of the demo's catalogue: a kiosk holds up to 500 numbers of a letter.
    private static final List<String> SERVICES =
            List.of("ID-CARD", "CIV-BIRTH", "SOC-TSA", "EDU-KG", "FAST-PICK");

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        try (var hall = DemoHall.open(room.resolve("hall"))) {
            hall.awaitNumbers();
            var folder = Files.createDirectories(room.resolve("k2"));
            var key = SigningKey.in(folder);
            var token = paired(hall, key);
            var time =
                    new BranchTime(
                            folder.resolve("time"), InstantSource.system(), System::nanoTime);
            try (var link = new BranchLink(hall.branch(), token);
                    var watch =
                            new BranchWatch(
                                    link, Duration.ofMillis(100), folder.resolve("offer.json"));
                    var alone = Alone.open(folder, new DeviceId("k2"), key, time)) {
                watch.start(() -> {});
                measure(hall, link, watch, alone, time, folder);
            }
        }
    }

    private static void measure(
            DemoHall hall,
            BranchLink link,
            BranchWatch watch,
            Alone alone,
            BranchTime time,
            Path folder)
            throws IOException, InterruptedException {
        var stock = new Stock(Stock.FULL_MAX, 1);
        try (var before = contact(link, watch, alone, time, folder, stock)) {
            before.start(() -> {});
            until(() -> before.state().numbers() == NumbersLevel.ENOUGH);
        }
        long began = System.nanoTime();
        for (int i = 0; i < TICKETS; i++) {
            give(alone, watch, SERVICES.get(i % SERVICES.size()));
        }
        double giving = (System.nanoTime() - began) / NANOS_A_SECOND;
        began = System.nanoTime();
        try (var after = contact(link, watch, alone, time, folder, stock)) {
            after.start(() -> {});
            until(() -> !alone.owes());
            double handing = (System.nanoTime() - began) / NANOS_A_SECOND;
            Figures.print(
                    "%d tickets given alone (signed, forced): %.2f ms each",
                    TICKETS, 1_000 * giving / TICKETS);
            Figures.print(
                    "handed over and merged: %.2f s   (limit: %.0f s)%s",
                    handing, LIMIT_S, handing > LIMIT_S ? "   OVER" : "");
        }
        var verdict = hall.verify();
        Figures.print("verified afterwards: exit %d", verdict.exit());
    }

    private static Contact contact(
            BranchLink link,
            BranchWatch watch,
            Alone alone,
            BranchTime time,
            Path folder,
            Stock stock) {
        return new Contact(
                folder,
                alone,
                time,
                link,
                watch::view,
                stock,
                System::nanoTime,
                Duration.ofMillis(50));
    }

    private static void give(Alone alone, BranchWatch watch, String service) {
        var slip =
                alone.give(
                        new RequestId(UUID.randomUUID()),
                        List.of(service),
                        "kk",
                        Optional.empty(),
                        Duration.ZERO,
                        false,
                        watch.view().offer().orElseThrow());
        alone.tell(
                slip.orElseThrow(() -> new IllegalStateException("no number for " + service)),
                Optional.of(new How.Printed()));
    }

    private static String paired(DemoHall hall, SigningKey key)
            throws IOException, InterruptedException {
        try (var link = new PairingLink(hall.branch())) {
            if (link.pair(hall.pairingCode("k2"), key.open())
                    instanceof Reply.Answer<PairingLink.Paired>(var paired)) {
                return paired.token();
            }
        }
        throw new IllegalStateException("the branch did not pair the second kiosk");
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it took too long");
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }
}
