package kz.adalkezek.kiosk.link;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import kz.adalkezek.log.DeviceKey;

/// How a kiosk that nobody knows yet becomes one of the branch.
public final class PairingLink implements AutoCloseable {

    private static final int TOKEN_MAX_CHARS = 200;
    private static final int ID_MAX_CHARS = 40;
    private static final int KEY_MAX_CHARS = 400;

    /// Nobody may do anything with it.
    private static final String NO_TOKEN = "none";

    private final BranchLink link;

    /// @param branch without a slash at the end
    public PairingLink(URI branch) {
        this.link = new BranchLink(branch, NO_TOKEN);
    }

    /// @param id under which the branch has enrolled this device
    /// @param vkey line of the key with which the branch signs its log
    public record Paired(String id, String token, String vkey) {}

    /// @param code as the manager's screen shows it
    /// @param key of this kiosk; the same code and key again within minutes is the same device
    public Reply<Paired> pair(String code, DeviceKey key) throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("code", code).put("key", key.text());
        return link.send(
                link.post("pairings", body.toString()),
                "en",
                answer -> {
                    var paired = Reading.of(answer);
                    return new Paired(
                            paired.text("id", ID_MAX_CHARS),
                            paired.text("token", TOKEN_MAX_CHARS),
                            paired.text("vkey", KEY_MAX_CHARS));
                });
    }

    @Override
    public void close() {
        link.close();
    }
}
