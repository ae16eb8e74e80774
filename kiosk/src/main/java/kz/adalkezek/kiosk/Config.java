package kz.adalkezek.kiosk;

import java.util.Optional;

/// Everything that may differ between two kiosks, from `kiosk.toml`, section by section.
record Config(
        KioskConfig kiosk,
        BranchConfig branch,
        PageConfig page,
        PrinterConfig printer,
        OfflineConfig offline,
        Optional<LedConfig> led,
        Optional<GpioConfig> gpio,
        Optional<ScannerConfig> scanner,
        Optional<PadConfig> pad) {}
