package kz.adalkezek.screens;

/// One file as a browser gets it.
public final class ScreenFile {

    private final byte[] bytes;
    private final String type;
    private final String tag;

    ScreenFile(byte[] bytes, String type, String tag) {
        this.bytes = bytes;
        this.type = type;
        this.tag = tag;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// The content type.
    public String type() {
        return type;
    }

    /// Changes with the bytes; with its quotation marks, as the header `ETag` has it.
    public String tag() {
        return tag;
    }
}
