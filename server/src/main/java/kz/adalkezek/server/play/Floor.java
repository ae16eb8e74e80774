package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.VisitId;

/// The hall as one sees it with one's own eyes: who stands at which counter, who touches which
/// kiosk, and what somebody says to a clerk. No system knows it.
final class Floor {

    private final Agenda agenda;
    private final Map<TicketNumber, Citizen> people = new HashMap<>();
    private final Map<VisitId, Citizen> visits = new HashMap<>();
    private final Map<DeskId, Citizen> standing = new HashMap<>();
    private final Map<DeskId, Clerk> clerks = new HashMap<>();
    private final Map<DeskId, Deque<Deed.AtDesk>> said = new HashMap<>();
    private final Map<String, Instant> kiosks = new TreeMap<>();

    /// @param kiosks that people can touch
    Floor(Agenda agenda, Iterable<String> kiosks) {
        this.agenda = agenda;
        kiosks.forEach(kiosk -> this.kiosks.put(kiosk, Instant.EPOCH));
    }

    void has(DeskId desk, Clerk clerk) {
        clerks.put(desk, clerk);
    }

    void has(Ticket ticket, Citizen citizen) {
        people.put(ticket.number(), citizen);
        visits.put(ticket.visit(), citizen);
    }

    /// Whether one of the played clerks has this counter.
    boolean isStaffed(DeskId desk, Instant now) {
        return Optional.ofNullable(clerks.get(desk))
                .filter(clerk -> clerk.isThere(now))
                .isPresent();
    }

    Optional<Citizen> holderOf(VisitId visit) {
        return Optional.ofNullable(visits.get(visit));
    }

    /// Nobody where a number belongs to somebody who is not played.
    Optional<Citizen> holderOf(TicketNumber number) {
        return Optional.ofNullable(people.get(number));
    }

    /// The kiosk that is free first.
    String kiosk() {
        return kiosks.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    Instant freeAt(String kiosk) {
        return kiosks.getOrDefault(kiosk, Instant.EPOCH);
    }

    void touches(String kiosk, Instant until) {
        kiosks.put(kiosk, until);
    }

    /// Gong and number: the person gets up.
    void calls(TicketNumber number, DeskId desk, Instant now) {
        holderOf(number).ifPresent(citizen -> plans(citizen, citizen.called(desk, now)));
    }

    /// The person stands at the counter, and the clerk looks up.
    void arrives(Citizen citizen, DeskId desk, Instant now) {
        standing.put(desk, citizen);
        wakes(desk, now);
    }

    Optional<Citizen> at(DeskId desk) {
        return Optional.ofNullable(standing.get(desk));
    }

    void leaves(DeskId desk) {
        standing.remove(desk);
    }

    /// The clerk sends somebody away from the counter, who has then something else to do.
    void plans(Citizen citizen, Optional<Instant> next) {
        next.ifPresent(at -> agenda.put(citizen, at));
    }

    /// Somebody asks a clerk for something.
    void says(Deed.AtDesk wish, Instant now) {
        said.computeIfAbsent(wish.desk(), _ -> new ArrayDeque<>()).add(wish);
        wakes(wish.desk(), now);
    }

    Optional<Deed.AtDesk> heard(DeskId desk) {
        return Optional.ofNullable(said.get(desk)).map(Deque::poll);
    }

    private void wakes(DeskId desk, Instant now) {
        var clerk = clerks.get(desk);
        if (clerk != null && clerk.isThere(now)) {
            agenda.put(clerk, now);
        }
    }
}
