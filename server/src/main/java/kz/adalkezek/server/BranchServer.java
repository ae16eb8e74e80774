package kz.adalkezek.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.adalkezek.forecast.Outlook;
import kz.adalkezek.queue.Carried.PublishedCatalogue;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.screens.Screens;
import kz.adalkezek.server.board.AnnouncementRoutes;
import kz.adalkezek.server.board.Announcers;
import kz.adalkezek.server.board.BoardRoutes;
import kz.adalkezek.server.board.FeedRoutes;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.branch.Catalogues;
import kz.adalkezek.server.branch.Founding;
import kz.adalkezek.server.branch.LogTail;
import kz.adalkezek.server.branch.Opening;
import kz.adalkezek.server.branch.Openings;
import kz.adalkezek.server.branch.Presence;
import kz.adalkezek.server.branch.Rounds;
import kz.adalkezek.server.branch.ServiceLegs;
import kz.adalkezek.server.branch.Tickets;
import kz.adalkezek.server.branch.Waits;
import kz.adalkezek.server.desk.DeskGroups;
import kz.adalkezek.server.desk.DeskRoutes;
import kz.adalkezek.server.files.BranchFiles;
import kz.adalkezek.server.files.Config;
import kz.adalkezek.server.files.ConfigException;
import kz.adalkezek.server.health.HealthRoutes;
import kz.adalkezek.server.intake.HandOverRoutes;
import kz.adalkezek.server.intake.Heads;
import kz.adalkezek.server.intake.KioskRoutes;
import kz.adalkezek.server.intake.OfferRoutes;
import kz.adalkezek.server.intake.OfflineRoutes;
import kz.adalkezek.server.intake.PairingRoutes;
import kz.adalkezek.server.intake.Premises;
import kz.adalkezek.server.intake.TicketRoutes;
import kz.adalkezek.server.journal.FileDisk;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.journal.PrivateDays;
import kz.adalkezek.server.journal.Space;
import kz.adalkezek.server.keys.Keys;
import kz.adalkezek.server.manager.ManagerRoutes;
import kz.adalkezek.server.openlog.LogRoutes;
import kz.adalkezek.server.pages.PageRoutes;
import kz.adalkezek.server.records.Database;
import kz.adalkezek.server.records.ViewFollower;
import kz.adalkezek.server.records.Views;
import kz.adalkezek.server.staff.Accounts;
import kz.adalkezek.server.staff.Devices;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.staff.PairingCodes;
import kz.adalkezek.server.staff.SessionRoutes;
import kz.adalkezek.server.staff.Sessions;
import kz.adalkezek.server.visitor.VisitRoutes;
import kz.adalkezek.server.visitor.VisitView;
import kz.adalkezek.server.voice.Clips;
import kz.adalkezek.server.voice.Recordings;
import kz.adalkezek.server.web.Texts;
import kz.adalkezek.server.web.WebServer;

/// A whole branch server, wired by hand in reading order: read it from top to bottom and you have
/// seen every object and who knows whom.
final class BranchServer implements AutoCloseable {

    /// What a forecast of the waits is made of: steady enough for its P10 and P90.
    private static final int FUTURES = 96;

    private final Journal journal;
    private final PrivateDays days;
    private final Branch branch;
    private final Catalogues catalogues;
    private final Views views;
    private final ViewFollower viewFollower;
    private final LogTail logTail;
    private final LogTail waitsTail;
    private final Waits waits;
    private final Database staffDatabase;
    private final Accounts accounts;
    private final Devices devices;
    private final FeedRoutes feedRoutes;
    private final WebServer web;
    private final Pulse pulse;
    private final Faults faults;

    /// Opens the log, recovers, and makes everything ready; nobody is let in before [#listen].
    ///
    /// @param onFault told when the truth is in danger: the process has to end
    BranchServer(Config config, Clocks clocks, Faults onFault) throws SQLException, IOException {
        faults = onFault;
        var random = new SecureRandom();
        var disk = new FileDisk();
        var log = config.data().resolve("log");
        var signer = Keys.load(config.data().resolve("keys"), config.origin(), random);
        journal = Journal.open(disk, log, config.signed(), signer, signer.key(), onFault::journal);
        days = new PrivateDays(disk, config.data().resolve("private"));
        branch =
                new Branch(
                        journal,
                        new Openings(days, random),
                        clocks.branch(),
                        clocks.steady(),
                        config.zone());
        branch.start(onFault::thread);

        catalogues = new Catalogues(disk, log.resolve("catalogue"));
        var tickets = new Tickets(branch, journal, catalogues, config.publicUrl().toString());
        var rounds = new Rounds(branch, new Presence(clocks.machine()), () -> Space.of(disk, log));

        views = Views.open(views(config), config.origin(), branch.line().size());
        logTail = new LogTail(journal, branch.feed());
        waitsTail = new LogTail(journal, branch.feed());
        waits = waits(clocks.machine());
        viewFollower = new ViewFollower(views, logTail);
        staffDatabase = Database.file(config.data().resolve("records/accounts"));
        accounts = new Accounts(staffDatabase, clocks.machine());
        devices = new Devices(staffDatabase, random);
        var sessions = new Sessions(staffDatabase, clocks.machine(), random);
        var door = new Door(sessions, devices, config.publicUrl());
        var codes = new PairingCodes(clocks.machine(), random);
        var heads = new Heads(staffDatabase);
        var texts = Texts.load();

        feedRoutes = new FeedRoutes(branch, journal, rounds, door);
        var view = new VisitView(branch, tickets, waits, config.zone());
        web =
                new WebServer(
                        config.host(),
                        config.port(),
                        texts,
                        List.of(
                                new SessionRoutes(accounts, sessions, door)::register,
                                new TicketRoutes(branch, tickets, waits, door)::register,
                                new OfflineRoutes(branch, tickets, door)::register,
                                new HandOverRoutes(branch, tickets, waits, heads, door, texts)
                                        ::register,
                                new KioskRoutes(branch, rounds, heads, door)::register,
                                new PairingRoutes(branch, devices, codes, signer.key())::register,
                                new OfferRoutes(branch, catalogues, waits, premises(config))
                                        ::register,
                                new VisitRoutes(branch, tickets, view)::register,
                                new DeskRoutes(
                                                branch,
                                                tickets,
                                                catalogues,
                                                door,
                                                config.zone(),
                                                groups(config))
                                        ::register,
                                new BoardRoutes(branch, rounds, door)::register,
                                new AnnouncementRoutes(
                                                branch,
                                                rounds,
                                                door,
                                                announcers(config),
                                                clips(config))
                                        ::register,
                                feedRoutes::register,
                                new LogRoutes(journal, signer.key(), catalogues)::register,
                                new ManagerRoutes(
                                                branch,
                                                catalogues,
                                                devices,
                                                codes,
                                                door,
                                                config.hallOfCounter(),
                                                config.called())
                                        ::register,
                                new PageRoutes(new Screens())::register,
                                new HealthRoutes(branch, journal)::register));
        pulse = new Pulse(rounds, journal, onFault::thread);
    }

    private static Announcers announcers(Config config) {
        var speaking = config.boards().stream().filter(Config.Board::speaks);
        var silent = config.boards().stream().filter(board -> !board.speaks());
        return new Announcers(
                speaking.map(Config.Board::id).toList(), silent.map(Config.Board::id).toList());
    }

    private static Clips clips(Config config) throws IOException {
        return Clips.with(
                config.clips().isPresent()
                        ? Recordings.read(config.clips().get()).clips()
                        : Map.of());
    }

    private Waits waits(InstantSource machine) {
        Supplier<Optional<Catalogue>> catalogue =
                () -> catalogues.inForce(branch.line(), branch.now());
        var services =
                new ServiceLegs(
                        catalogue,
                        visit ->
                                branch.openings()
                                        .of(visit)
                                        .map(Opening::services)
                                        .orElse(List.of()));
        return new Waits(
                branch,
                new Outlook(services, FUTURES),
                () -> catalogue.get().map(one -> one.groups().keySet()).orElse(Set.of()),
                waitsTail,
                machine);
    }

    /// Publishes what the branch begins with, as far as the log does not hold it yet.
    ///
    /// @throws ConfigException where a version names another text in the log
    Founding found(BranchFiles files) {
        var founding = new Founding(branch);
        files.requireNew(founding.isTaken(files.policy()), founding.isTaken(files.catalogue()));
        catalogues.add(files.catalogue());
        var build = Build.hash();
        founding.publish(files.config().origin(), build, files.policy(), files.catalogue());
        founding.started(Build.VERSION, build, Build.boot());
        return founding;
    }

    /// The versions by which the branch works.
    BranchFiles.InForce inForce() {
        var rules = branch.line().rulebook();
        var now = branch.now();
        return new BranchFiles.InForce(
                rules.policyAt(now).map(Policy::version).orElse(""),
                rules.catalogueAt(now).map(PublishedCatalogue::version).orElse(""));
    }

    /// Lets people in.
    ///
    /// @return the port on which it listens
    int listen() {
        pulse.start();
        viewFollower.start();
        waits.start(faults::thread);
        web.start();
        return web.port();
    }

    private static Premises premises(Config config) {
        var halls = new ArrayList<Premises.Hall>();
        for (var hall : config.halls()) {
            halls.add(
                    new Premises.Hall(
                            hall.code().value(),
                            hall.name(),
                            config.counters().stream()
                                    .filter(counter -> counter.hall().equals(hall.code()))
                                    .map(counter -> counter.desk().counter())
                                    .toList(),
                            config.boards().stream()
                                    .filter(board -> board.hall().equals(hall.code()))
                                    .map(board -> board.id().value())
                                    .toList()));
        }
        return new Premises(config.code(), config.name(), halls, config.schedule());
    }

    private static Map<DeskId, DeskGroups> groups(Config config) {
        var groups = new LinkedHashMap<DeskId, DeskGroups>();
        for (var counter : config.counters()) {
            groups.put(counter.desk(), new DeskGroups(counter.primary(), counter.secondary()));
        }
        return groups;
    }

    /// The file of the rebuildable views.
    static Path views(Config config) {
        return config.data().resolve("records/views");
    }

    /// Every route, as `PUT /api/v1/tickets/{request}`.
    Set<String> routes() {
        return web.routes();
    }

    Branch branch() {
        return branch;
    }

    Accounts accounts() {
        return accounts;
    }

    Devices devices() {
        return devices;
    }

    /// Ends in the order in which nothing acknowledged is lost: the doors first, the log last.
    @Override
    public void close() {
        feedRoutes.close();
        web.close();
        pulse.close();
        viewFollower.close();
        logTail.close();
        waits.close();
        waitsTail.close();
        views.close();
        branch.close();
        days.close();
        journal.close();
        staffDatabase.close();
    }
}
