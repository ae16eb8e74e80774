package kz.adalkezek.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.TestBranch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchWatchTest {

    @Test
    void fetchesTheOfferWhenItHasChangedAndKeepsTheLastGoodOne(@TempDir Path data) {
        try (var branch = new TestBranch();
                var link = new BranchLink(branch.url(), "secret");
                var watch =
                        new BranchWatch(link, Duration.ofMillis(20), data.resolve("offer.json"))) {
            watch.start(() -> {});
            Await.until("an offer", watch::view, () -> watch.view().offer().isPresent());
            branch.offers("offer-2", TestBranch.OFFER.replace("Жеке куәлік", "Паспорт"));
            Await.until("the new offer", watch::view, () -> name(watch).equals("Паспорт"));
            branch.offers("offer-3", "{\"nonsense\":1}");
            Await.until(
                    "the new tag",
                    watch::view,
                    () -> watch.view().hall().orElseThrow().offer().equals("offer-3"));
            assertThat(name(watch)).isEqualTo("Паспорт");
            branch.stop();
            Await.until("out of reach", watch::view, () -> !watch.view().reachable());
            assertThat(name(watch)).isEqualTo("Паспорт");
            branch.offers("offer-3", TestBranch.OFFER);
            branch.start();
            Await.until("mended", watch::view, () -> name(watch).equals("Жеке куәлік"));
        }
    }

    @Test
    void hearsNothingWhileTheCableIsOut(@TempDir Path data) {
        try (var branch = new TestBranch();
                var link = new BranchLink(branch.url(), "secret");
                var watch =
                        new BranchWatch(link, Duration.ofMillis(20), data.resolve("offer.json"))) {
            watch.start(() -> {});
            Await.until("the branch", watch::view, () -> watch.view().reachable());
            link.cable().plug(false);
            Await.until("alone", watch::view, () -> !watch.view().reachable());
            link.cable().plug(true);
            Await.until("back", watch::view, () -> watch.view().reachable());
        }
    }

    private static String name(BranchWatch watch) {
        var services = watch.view().offer().orElseThrow().services();
        return services.values().iterator().next().name().in("kk");
    }
}
