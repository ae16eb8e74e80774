package kz.adalkezek.kiosk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Locale;
import kz.adalkezek.kiosk.disk.ForcedFile;
import kz.adalkezek.kiosk.enrol.SigningKey;
import kz.adalkezek.kiosk.link.PairingLink;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.kiosk.witness.Witness;
import kz.adalkezek.log.VerifierKey;

/// What a person does at a kiosk's console, once in its life or after a disaster.
final class Chores {

    private static final String CODE = "[0-9A-Z]{4}-?[0-9A-Z]{4}";

    private final Config config;
    private final PrintStream out;

    Chores(Config config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    /// Makes this kiosk one of the branch: its key there, its token and the log's key here.
    ///
    /// @param typed the code of the manager's screen
    /// @return whether it is paired now
    boolean pair(String typed) throws IOException, InterruptedException {
        var code = typed.strip().toUpperCase(Locale.ROOT);
        if (!code.matches(CODE)) {
            return say("a pairing code looks like 7K2M-Q4R9; the manager's screen shows it");
        }
        var data = config.kiosk().data();
        Files.createDirectories(data);
        var key = SigningKey.in(data);
        try (var link = new PairingLink(config.branch().url())) {
            return switch (link.pair(code, key.open())) {
                case Reply.Answer<PairingLink.Paired>(var paired) -> keep(paired);
                case Reply.Refusal<PairingLink.Paired>(var problem) ->
                        say(problem.detail() + " (" + problem.code() + ")");
                case Reply.NotNow<PairingLink.Paired>(var why) ->
                        say("the branch does not answer now (" + why + "); try again soon");
                case Reply.Strange<PairingLink.Paired>(var what) ->
                        say("this is no branch: " + what);
            };
        }
    }

    /// Forgets the log that was believed; the next one that the branch shows is believed.
    void acceptLog() {
        Witness.acceptAnother(config.kiosk().data().resolve(Standalone.WITNESS));
        say("the next log that " + config.branch().url() + " shows is believed; start the kiosk");
    }

    private boolean keep(PairingLink.Paired paired) throws IOException {
        if (!paired.id().equals(config.kiosk().id())) {
            return say(
                    "the code is for the kiosk \"%s\", and the configuration says \"%s\"; write id ="
                                    .formatted(paired.id(), config.kiosk().id())
                            + " \"%s\" and pair again with the same code".formatted(paired.id()));
        }
        var vkey = VerifierKey.parse(paired.vkey());
        if (vkey.isEmpty()) {
            return say("the branch named no key of its log: " + paired.vkey());
        }
        Witness.pin(config.kiosk().data().resolve(Standalone.WITNESS), vkey.get());
        ForcedFile.write(config.branch().tokenFile(), (paired.token() + "\n").getBytes(US_ASCII));
        say("paired as " + paired.id() + "; start the kiosk");
        return true;
    }

    /// @return false, for a chore that ends with this
    private boolean say(String sentence) {
        out.println(sentence);
        return false;
    }
}
