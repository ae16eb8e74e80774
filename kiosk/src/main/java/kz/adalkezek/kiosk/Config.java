package kz.adalkezek.kiosk;

/// Everything that may differ between two kiosks, from `kiosk.toml`, section by section.
record Config(KioskConfig kiosk, BranchConfig branch, PageConfig page, PrinterConfig printer) {}
