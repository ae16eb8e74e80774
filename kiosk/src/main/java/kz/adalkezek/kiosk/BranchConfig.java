package kz.adalkezek.kiosk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The section `[branch]`.
///
/// @param url without a slash at the end
/// @param tokenFile where pairing writes the token
/// @param token nothing before the kiosk is paired
record BranchConfig(URI url, Path tokenFile, Optional<String> token) {

    private static final int TOKEN_MAX_CHARS = 200;

    static BranchConfig read(ConfigSection section) {
        var url =
                section.text(
                        "url",
                        "https?://[^/\\s?#]+(/[^\\s#?]*[^/\\s#?])?",
                        "write https://host without a slash at the end");
        var at = section.path("tokenFile");
        return new BranchConfig(URI.create(url), at, token(section, at));
    }

    private static Optional<String> token(ConfigSection section, Path at) {
        if (Files.isDirectory(at)) {
            // Nothing was written, which is said already, or a folder.
            section.fault("tokenFile", "write the path of the file with this kiosk's token");
            return Optional.empty();
        }
        if (!Files.exists(at)) {
            return Optional.empty();
        }
        try {
            var token = Files.readString(at).strip();
            if (token.length() <= TOKEN_MAX_CHARS && token.matches("[\\x21-\\x7E]+")) {
                return Optional.of(token);
            }
            section.fault("tokenFile", at + " holds no token; delete it and pair the kiosk");
        } catch (IOException e) {
            section.fault("tokenFile", at + " could not be read; check path and rights");
        }
        return Optional.empty();
    }
}
