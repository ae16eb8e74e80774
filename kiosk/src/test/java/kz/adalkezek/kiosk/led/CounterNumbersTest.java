package kz.adalkezek.kiosk.led;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.link.BranchFeed;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.TestFeed;
import kz.adalkezek.queue.TicketNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CounterNumbersTest {

    private TestFeed branch;
    private BranchLink link;
    private CounterNumbers numbers;
    private final AtomicReference<Map<Integer, TicketNumber>> shown =
            new AtomicReference<>(Map.of());

    @BeforeEach
    void open() {
        branch = new TestFeed();
        link = new BranchLink(branch.url(), "secret");
        numbers = new CounterNumbers(link, new BranchFeed(link, BranchFeed.SILENCE), shown::set);
    }

    @AfterEach
    void end() {
        numbers.close();
        link.close();
        branch.close();
    }

    @Test
    void beginsWithWhatIsTrueAndFollowsUntilTheServiceIsFinished() {
        branch.desks(
                """
                {"size":9,"desks":[{"counter":1,"state":"called","number":"K047"},
                {"counter":2,"state":"serving","number":"A001"},
                {"counter":3,"state":"wrap-up","number":null},
                {"counter":4,"state":"closed"}]}\
                """);
        numbers.start();
        await(Map.of(1, TicketNumber.parse("K047"), 2, TicketNumber.parse("A001")));

        branch.desks(
                """
                {"size":10,"desks":[{"counter":1,"state":"serving","number":"K047"},
                {"counter":2,"state":"ready","number":null}]}\
                """);
        branch.event(9, "service.finished");
        await(Map.of(1, TicketNumber.parse("K047")));
    }

    @Test
    void looksAgainAfterAConnectionWasLost() {
        numbers.start();
        Await.until("a listener", branch::resumes, () -> branch.resumes().size() == 1);
        branch.desks(
                """
                {"size":9,"desks":[{"counter":1,"state":"called","number":"K047"}]}\
                """);
        branch.cuts();
        await(Map.of(1, TicketNumber.parse("K047")));
    }

    @Test
    void keepsWhatWasTrueWhenTheAnswerIsNone() {
        branch.desks(
                """
                {"size":9,"desks":[{"counter":1,"state":"called","number":"K047"}]}\
                """);
        numbers.start();
        await(Map.of(1, TicketNumber.parse("K047")));
        branch.desks(
                "{\"size\":9,\"desks\":[{\"counter\":1,\"state\":\"called\",\"number\":\"?\"}]}");
        branch.event(9, "call.made");
        branch.desks(
                """
                {"size":9,"desks":[{"counter":2,"state":"called","number":"K047"}]}\
                """);
        branch.event(10, "call.made");
        await(Map.of(2, TicketNumber.parse("K047")));
    }

    private void await(Map<Integer, TicketNumber> wanted) {
        Await.until(wanted.toString(), shown::get, () -> wanted.equals(shown.get()));
    }
}
