package kz.adalkezek.kiosk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.TestBranch;
import kz.adalkezek.kiosk.TestBranch.Heard;
import kz.adalkezek.kiosk.TestBranch.Mood;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.print.PrinterStatus;
import kz.adalkezek.kiosk.print.Printing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceReportsTest {

    private static final String PAPER_LOW =
            "{\"part\":\"printer\",\"state\":\"paper-low\",\"printed\":812}";
    private static final String HELP = "{\"part\":\"help\",\"state\":\"called\"}";

    private final AtomicBoolean free = new AtomicBoolean(true);
    private final AtomicInteger asked = new AtomicInteger();
    private TestBranch branch;
    private BranchLink link;
    private DeviceReports reports;

    @BeforeEach
    void open() {
        branch = new TestBranch();
        link = new BranchLink(branch.url(), "secret");
        reports = new DeviceReports(link, "k1", this::mayTell, () -> 812, Duration.ofMillis(20));
        reports.start();
    }

    @AfterEach
    void shut() {
        link.close();
        reports.close();
        branch.close();
    }

    @Test
    void tellsHowThePrinterIsAndHowManyPapersItHasCut() {
        reports.is(PartState.PRINTER_PAPER_LOW);
        awaitTold(PAPER_LOW);
        assertThat(branch.states()).singleElement().matches(it -> it.method().equals("PUT"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUTS_THE_ANSWER", "BUSY", "SAYS_SOMETHING_ELSE"})
    void repeatsTheSameRequestUntilThereIsAnAnswer(Mood mood) {
        branch.onStates(mood);
        reports.is(PartState.HELP_CALLED);
        Await.until("three attempts", branch::states, () -> branch.states().size() >= 3);
        branch.onStates(Mood.WELL);
        reports.is(PartState.PRINTER_PAPER_LOW);
        awaitTold(PAPER_LOW);
        var help = branch.states().stream().filter(it -> it.body().equals(HELP)).toList();
        assertThat(help).extracting(Heard::path).containsOnly(help.getFirst().path());
        assertThat(branch.states().getLast().body()).isEqualTo(PAPER_LOW);
    }

    @Test
    void tellsOnlyTheNewestStateAfterAnOutage() {
        branch.stop();
        reports.is(PartState.HELP_CALLED);
        reports.is(PartState.HELP_ANSWERED);
        reports.is(PartState.HELP_CALLED);
        branch.start();
        awaitTold(HELP);
        reports.is(PartState.PRINTER_PAPER_LOW);
        awaitTold(PAPER_LOW);
        assertThat(told()).containsExactly(HELP, PAPER_LOW);
    }

    @Test
    void waitsUntilNothingElseMustBeHandedOverBefore() {
        free.set(false);
        reports.is(PartState.HELP_CALLED);
        Await.until("three questions", asked::get, () -> asked.get() >= 3);
        assertThat(branch.states()).isEmpty();
        free.set(true);
        awaitTold(HELP);
    }

    @Test
    void goesOnAfterARefusal() {
        branch.onStates(Mood.REFUSES);
        reports.is(PartState.HELP_CALLED);
        awaitTold(HELP);
        branch.onStates(Mood.WELL);
        reports.is(PartState.PRINTER_PAPER_LOW);
        awaitTold(PAPER_LOW);
        assertThat(told()).containsExactly(HELP, PAPER_LOW);
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryStateByItsPart(PartState state) {
        assertThat(state.part().word() + "-" + state.word())
                .isEqualTo(state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Test
    void neverCallsASilentPrinterReady() {
        assertThat(PrinterWords.of(new PrinterStatus.Unknown()))
                .isEqualTo(PartState.PRINTER_SILENT);
        assertThat(PrinterWords.of(new PrinterStatus.Ready(true)))
                .isEqualTo(PartState.PRINTER_PAPER_LOW);
        assertThat(PrinterWords.of(new PrinterStatus.Trouble(new Printing.Unreachable("p", "c"))))
                .isEqualTo(PartState.PRINTER_UNREACHABLE);
    }

    private boolean mayTell() {
        asked.incrementAndGet();
        return free.get();
    }

    private void awaitTold(String body) {
        Await.until(body, this::told, () -> told().contains(body));
    }

    private List<String> told() {
        return branch.states().stream().map(Heard::body).toList();
    }
}
