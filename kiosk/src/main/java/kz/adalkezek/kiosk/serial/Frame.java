package kz.adalkezek.kiosk.serial;

import jssc.SerialPort;

/// How a byte stands on the wire: data bits, parity, stop bits. Each has one start bit before.
public enum Frame {
    /// 8N1: nearly every device.
    EIGHT_NONE_ONE(SerialPort.DATABITS_8, SerialPort.PARITY_NONE),
    /// 8E1.
    EIGHT_EVEN_ONE(SerialPort.DATABITS_8, SerialPort.PARITY_EVEN),
    /// 7E1: moving signs, such as those of Alpha.
    SEVEN_EVEN_ONE(SerialPort.DATABITS_7, SerialPort.PARITY_EVEN);

    final int dataBits;
    final int parity;

    Frame(int dataBits, int parity) {
        this.dataBits = dataBits;
        this.parity = parity;
    }

    /// As it takes time on the wire.
    int bitsPerByte() {
        int parityBits = parity == SerialPort.PARITY_NONE ? 0 : 1;
        return 1 + dataBits + parityBits + 1;
    }
}
