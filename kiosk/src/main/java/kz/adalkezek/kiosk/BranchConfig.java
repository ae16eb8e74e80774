package kz.adalkezek.kiosk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;

/// The section `[branch]`.
///
/// @param url without a slash at the end
/// @param token which pairing gave
record BranchConfig(URI url, String token) {

    private static final int TOKEN_MAX_CHARS = 200;

    static BranchConfig read(ConfigSection section) {
        var url =
                section.text(
                        "url",
                        "https?://[^/\\s?#]+(/[^\\s#?]*[^/\\s#?])?",
                        "write https://host without a slash at the end");
        return new BranchConfig(URI.create(url), token(section));
    }

    private static String token(ConfigSection section) {
        var at = section.path("tokenFile");
        if (Files.isDirectory(at)) {
            // Nothing was written, which is said already, or a folder.
            section.fault("tokenFile", "write the path of the file with this kiosk's token");
            return "";
        }
        try {
            var token = Files.readString(at).strip();
            if (token.length() <= TOKEN_MAX_CHARS && token.matches("[\\x21-\\x7E]+")) {
                return token;
            }
            section.fault("tokenFile", at + " holds no token; pair the kiosk and write it there");
        } catch (IOException e) {
            section.fault("tokenFile", at + " could not be read; check path and rights");
        }
        return "";
    }
}
