package kz.adalkezek.server.play;

import java.net.URI;
import java.util.Map;
import kz.adalkezek.queue.DeskId;

/// Where a running branch lets played people in, and with what they show who they are. They have no
/// other way.
///
/// @param kiosks tokens by id
/// @param board id of the played board
/// @param clerks the counters that are played; the others are left to people
public record Doors(
        URI url,
        Map<String, String> kiosks,
        String board,
        String boardToken,
        Map<DeskId, Login> clerks,
        Login manager) {

    /// How one of the staff signs in.
    public record Login(String operator, String secret) {}

    public Doors {
        kiosks = Map.copyOf(kiosks);
        clerks = Map.copyOf(clerks);
    }
}
