package kz.adalkezek.server.play;

import java.util.Arrays;
import kz.adalkezek.queue.Event;
import kz.adalkezek.server.play.Person.Clock;
import kz.adalkezek.server.play.Person.Where;

/// What one day came to, or several together. Times are in milliseconds, by the clocks of the law.
final class Figures {

    private static final int FIRST_ROOM = 512;

    private int[] waitsMs = new int[FIRST_ROOM];
    private int waits;
    private long tickets;
    private long serviceMs;
    private long overtakes;
    private int mostOvertaken;
    private long overrides;
    private long missed;
    private long left;
    private long voided;

    void add(Event event) {
        switch (event) {
            case Event.TicketIssued _ -> tickets++;
            case Event.CallMade call -> {
                overrides += call.rule() == Event.Rule.OVERRIDE ? 1 : 0;
                overtakes += call.overtaken();
            }
            case Event.ServiceDirect direct -> {
                overrides++;
                overtakes += direct.overtaken();
            }
            case Event.CallUnanswered _ -> missed++;
            default -> {}
        }
    }

    /// A visit whose day is over.
    void add(Person person) {
        mostOvertaken = Math.max(mostOvertaken, (int) person.lawfulOvertakes());
        left += person.where == Where.LEFT && !person.everServed ? 1 : 0;
        voided += person.where == Where.VOID ? 1 : 0;
        if (person.everServed) {
            wait((int) person.spentMs(Clock.WAITING));
            serviceMs += person.spentMs(Clock.SERVICE);
        }
    }

    void add(Figures day) {
        for (int i = 0; i < day.waits; i++) {
            wait(day.waitsMs[i]);
        }
        tickets += day.tickets;
        serviceMs += day.serviceMs;
        overtakes += day.overtakes;
        mostOvertaken = Math.max(mostOvertaken, day.mostOvertaken);
        overrides += day.overrides;
        missed += day.missed;
        left += day.left;
        voided += day.voided;
    }

    private void wait(int ms) {
        if (waits == waitsMs.length) {
            waitsMs = Arrays.copyOf(waitsMs, 2 * waits);
        }
        waitsMs[waits++] = ms;
    }

    /// The waits of those who were served, in ascending order.
    int[] waits() {
        var sorted = Arrays.copyOf(waitsMs, waits);
        Arrays.sort(sorted);
        return sorted;
    }

    long tickets() {
        return tickets;
    }

    int served() {
        return waits;
    }

    /// Of one visit, on average.
    long serviceMs() {
        return waits == 0 ? 0 : serviceMs / waits;
    }

    /// Pairs of who went before whom, undone calls included.
    long overtakes() {
        return overtakes;
    }

    /// Of one visit, by the law's own calls.
    int mostOvertaken() {
        return mostOvertaken;
    }

    long overrides() {
        return overrides;
    }

    long missed() {
        return missed;
    }

    /// Went away, did not come when called, or still waited at the end; none of them was served.
    long left() {
        return left;
    }

    long voided() {
        return voided;
    }
}
