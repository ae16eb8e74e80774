package kz.adalkezek.kiosk;

import java.io.IOException;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import kz.adalkezek.kiosk.enrol.SigningKey;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.offline.Alone;
import kz.adalkezek.kiosk.offline.BranchTime;
import kz.adalkezek.kiosk.offline.Contact;
import kz.adalkezek.kiosk.offline.NumbersLevel;
import kz.adalkezek.kiosk.report.DeviceReports;
import kz.adalkezek.kiosk.report.PartState;
import kz.adalkezek.kiosk.touch.TouchPage;
import kz.adalkezek.kiosk.witness.Witness;
import kz.adalkezek.queue.DeviceId;

/// What this kiosk has for hours without the branch, and its eye on the branch's log.
final class Standalone implements AutoCloseable {

    /// Below the data folder.
    static final String WITNESS = "witness";

    private final BranchWatch branch;
    private final BranchTime time;
    private final Alone alone;
    private final Contact contact;
    private final Witness witness;

    /// @param nanos a clock that only goes forward
    Standalone(
            Config config,
            BranchLink link,
            BranchWatch branch,
            InstantSource clock,
            LongSupplier nanos)
            throws IOException {
        this.branch = branch;
        var data = config.kiosk().data();
        var folder = data.resolve("offline");
        time =
                new BranchTime(
                        data.resolve("branch-time"), clock, nanos, !config.kiosk().branchTime());
        var key = SigningKey.in(data);
        alone = Alone.open(folder, new DeviceId(config.kiosk().id()), key, time);
        contact =
                new Contact(
                        folder,
                        alone,
                        time,
                        link,
                        branch::view,
                        config.offline().stock(),
                        nanos,
                        Contact.EVERY);
        witness = new Witness(data.resolve(WITNESS), link, clock, Witness.EVERY);
    }

    /// @param onChange told when something for the screen has changed; must not block
    void start(DeviceReports reports, Runnable onChange) {
        contact.start(() -> {
            tell(reports);
            onChange.run();
        });
        witness.start(onChange);
    }

    Alone alone() {
        return alone;
    }

    Witness witness() {
        return witness;
    }

    /// The branch's time as far as it is known.
    InstantSource time() {
        return time;
    }

    /// Something has changed, here or at the branch: what cannot wait for the next round is done.
    void nudge() {
        if (alone.owes() || contact.state().numbers() == NumbersLevel.OUT) {
            contact.nudge();
        }
    }

    TouchPage.Standing standing(boolean paired) {
        boolean gives = branch.view().offer().filter(alone::canGive).isPresent();
        return new TouchPage.Standing(paired, gives, !witness.refuses());
    }

    /// Whether the journal cannot be written, or the branch knows another one of this kiosk.
    boolean journalFault() {
        return contact.state().journalFault();
    }

    /// Waits for calls that are under way, so close the link first, and the errands.
    @Override
    public void close() throws IOException {
        witness.close();
        contact.close();
        alone.close();
    }

    private void tell(DeviceReports reports) {
        var state = contact.state();
        if (contact.hasAskedForNumbers()) {
            reports.is(
                    switch (state.numbers()) {
                        case ENOUGH -> PartState.NUMBERS_ENOUGH;
                        case LOW -> PartState.NUMBERS_LOW;
                        case OUT -> PartState.NUMBERS_OUT;
                    });
        }
        reports.is(state.clockWrong() ? PartState.CLOCK_WRONG : PartState.CLOCK_RIGHT);
    }
}
