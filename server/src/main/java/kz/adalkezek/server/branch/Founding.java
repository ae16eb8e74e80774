package kz.adalkezek.server.branch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kz.adalkezek.log.DeviceKey;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Carried.PublishedCatalogue;
import kz.adalkezek.queue.Carried.PublishedPolicy;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Opened;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.RequestId;

/// Brings a log to where a branch can work: begun, with the rules and devices of its files
/// published. At each start it publishes only what the log does not hold yet.
public final class Founding {

    private final Branch branch;

    public Founding(Branch branch) {
        this.branch = branch;
    }

    /// @param build hash of the software, lower-case hex
    /// @param catalogue whose text is already published beside the log
    public void publish(String origin, String build, Policy policy, Catalogue catalogue) {
        if (branch.line().size() == 0) {
            accepted(request -> new Command.OpenLog(request, origin, build, ""));
        }
        publish(policy);
        publish(catalogue);
    }

    /// Says that the program begins to serve.
    ///
    /// @param build hash of the software, lower-case hex
    /// @param boot names what the machine has run since it was switched on
    public void started(String version, String build, String boot) {
        accepted(request -> new Command.StartSoftware(request, version, build, boot));
    }

    private void publish(Policy policy) {
        if (policies(policy.version()).isEmpty()) {
            accepted(request ->
                    new Command.PublishPolicy(request, Actor.BRANCH, Command.AT_ONCE, policy));
        }
    }

    private void publish(Catalogue catalogue) {
        if (!catalogues(catalogue.version()).isEmpty()) {
            return;
        }
        accepted(request ->
                new Command.PublishCatalogue(
                        request,
                        Actor.BRANCH,
                        Command.AT_ONCE,
                        catalogue.version(),
                        catalogue.hash(),
                        catalogue.letters()));
    }

    /// Whether other rules were published under the version of these.
    public boolean isTaken(Policy policy) {
        return policies(policy.version()).stream()
                .anyMatch(published -> !published.policy().equals(policy));
    }

    /// Whether another text was published under the version of this one.
    public boolean isTaken(Catalogue catalogue) {
        return catalogues(catalogue.version()).stream()
                .anyMatch(published -> !published.hash().equals(catalogue.hash()));
    }

    private List<PublishedPolicy> policies(String version) {
        return branch.line().rulebook().policies().stream()
                .filter(published -> published.policy().version().equals(version))
                .toList();
    }

    private List<PublishedCatalogue> catalogues(String version) {
        return branch.line().rulebook().catalogues().stream()
                .filter(published -> published.version().equals(version))
                .toList();
    }

    public void enrol(DeviceId device, Event.DeviceKind kind, Code hall) {
        enrol(device, kind, hall, Optional.empty());
    }

    public void enrol(DeviceId device, Event.DeviceKind kind, Code hall, Optional<DeviceKey> key) {
        if (!branch.line().hall().devices().has(device)) {
            accepted(request ->
                    new Command.EnrolDevice(request, Actor.BRANCH, device, kind, hall, key));
        }
    }

    /// Opens today's business day, unless one is open or today's is over already. A day of an
    /// earlier date is closed first; while somebody is called or served there it stays.
    ///
    /// @param counters the hall in which each counter stands
    public void openDay(Map<DeskId, Code> counters) {
        if (branch.line().day() instanceof Line.Day.Open(var date)
                && date.isBefore(branch.today())
                && nobodyIsAtADesk()) {
            accepted(request -> new Command.CloseDay(request, Actor.BRANCH, Opened.NONE));
        }
        if (branch.line().day() instanceof Line.Day.Shut(var last)
                && branch.today().isAfter(last)) {
            accepted(request ->
                    new Command.OpenDay(request, Actor.BRANCH, branch.today(), counters));
        }
    }

    private boolean nobodyIsAtADesk() {
        for (var pair : branch.line().hall().desks()) {
            if (pair.value().visit().isPresent()) {
                return false;
            }
        }
        return true;
    }

    private void accepted(Function<RequestId, Command> command) {
        var outcome = branch.submit(Ask.itself(command.apply(new RequestId(UUID.randomUUID()))));
        if (!(outcome instanceof Outcome.Decided(Decision.Accepted _))) {
            throw new IllegalStateException(
                    "the branch could not do what it begins with: " + outcome);
        }
    }
}
