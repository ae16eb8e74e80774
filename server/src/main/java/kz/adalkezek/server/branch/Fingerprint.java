package kz.adalkezek.server.branch;

import java.util.HexFormat;
import java.util.Map;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.log.Hash;

/// Tells whether a request id came back with the same command or with another one.
///
/// @param hex of the first 16 bytes of a SHA-256, or empty where nothing can be compared
public record Fingerprint(String hex) {

    /// The branch's own commands make a new request id each.
    public static final Fingerprint NONE = new Fingerprint("");

    private static final int BYTES = 16;

    /// @param route what is asked, such as `tickets` or `desks/3`
    /// @param asker account or device
    /// @param body as it was sent, without members that hold nothing
    public static Fingerprint of(String route, String asker, Map<String, Object> body) {
        var text = CanonicalJson.write(Map.of("route", route, "asker", asker, "body", body));
        return new Fingerprint(HexFormat.of().formatHex(Hash.of(text).bytes(), 0, BYTES));
    }

    boolean differsFrom(Fingerprint first) {
        return !hex.isEmpty() && !first.hex.isEmpty() && !hex.equals(first.hex);
    }
}
