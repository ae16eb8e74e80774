package kz.adalkezek.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.adalkezek.kiosk.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BranchFeedTest {

    private static final BranchFeed.News CONNECTED = new BranchFeed.News.Connected();

    private TestFeed branch;
    private BranchLink link;
    private BranchFeed feed;
    private final Queue<BranchFeed.News> news = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open() {
        branch = new TestFeed();
        link = new BranchLink(branch.url(), "secret");
        feed = new BranchFeed(link, Duration.ofMinutes(5));
    }

    @AfterEach
    void end() {
        feed.close();
        link.close();
        branch.close();
    }

    @Test
    void hearsWhatTheLogSaysAndComesBackBehindIt() {
        feed.start(news::add);
        branch.event(7, "call.made");
        branch.event(8, "service.started");
        await(List.of(CONNECTED, entry(7, "call.made"), entry(8, "service.started")));
        branch.cuts();
        Await.until("a second listener", branch::resumes, () -> branch.resumes().size() == 2);
        assertThat(branch.resumes()).containsExactly("-", "8");
        branch.event(9, "call.made");
        Await.until("the next", () -> news, () -> news.contains(entry(9, "call.made")));
    }

    @Test
    void beginsAnewWhereTheLogDoesNotHaveItsPlace() {
        feed.start(news::add);
        branch.event(7, "call.made");
        await(List.of(CONNECTED, entry(7, "call.made")));
        branch.refuses(400);
        branch.cuts();
        Await.until("a third listener", branch::resumes, () -> branch.resumes().size() == 3);
        assertThat(branch.resumes()).containsExactly("-", "7", "-");
    }

    @Test
    void goesOnWhereABranchHadNoSeat() {
        branch.refuses(503);
        feed.start(news::add);
        Await.until("a second listener", branch::resumes, () -> branch.resumes().size() == 2);
        branch.event(7, "call.made");
        await(List.of(CONNECTED, entry(7, "call.made")));
    }

    @Test
    void leavesALineThatIsSilentForTooLong() {
        feed = new BranchFeed(link, Duration.ofMillis(300));
        feed.start(news::add);
        Await.until("a second listener", branch::resumes, () -> branch.resumes().size() >= 2);
    }

    @Test
    void keepsNothingOfLongDataAndTakesNoStrangeEvent() {
        feed.start(news::add);
        branch.says("id: 1\nevent: day.opened\ndata: " + "x".repeat(2_000_000) + "\n\n");
        branch.says("id: nine\nevent: call.made\ndata: {}\n\n");
        branch.says("id: 2\nevent: <b>\ndata: {}\n\n");
        branch.says("id: " + "3".repeat(400) + "\nevent: call.made\ndata: {}\n\n");
        branch.says("id: 4\nev");
        branch.says("ent: call.made\n\n: heartbeat\n\n");
        await(List.of(CONNECTED, entry(1, "day.opened"), entry(4, "call.made")));
    }

    private void await(List<BranchFeed.News> wanted) {
        Await.until(wanted.toString(), () -> news, () -> List.copyOf(news).equals(wanted));
    }

    private static BranchFeed.News entry(long index, String type) {
        return new BranchFeed.News.Entry(index, type);
    }
}
