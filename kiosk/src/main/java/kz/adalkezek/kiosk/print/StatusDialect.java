package kz.adalkezek.kiosk.print;

/// How much a make of printer tells of itself; its profile says which.
public enum StatusDialect {
    /// All: `DLE EOT` 1 to 4, `GS r`, `GS I`, and every change unasked (automatic status back).
    EPSON,
    /// `DLE EOT` 1 and 4 alone, as many clones do.
    CLONE,
    /// Nothing. Whether a ticket is out only the citizen knows.
    SILENT,
    /// `DLE EOT 20`, the whole status of a Custom KPM in six bytes.
    CUSTOM_KPM;

    /// Whether it gives a sign in order that it has worked through everything before.
    boolean answersInOrder() {
        return this == EPSON;
    }

    /// Whether it says who it is, and tells changes unasked.
    boolean speaksUnasked() {
        return this == EPSON;
    }
}
