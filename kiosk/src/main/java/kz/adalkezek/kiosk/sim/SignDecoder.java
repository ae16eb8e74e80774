package kz.adalkezek.kiosk.sim;

import java.util.Optional;

/// Reads a line of LED boards byte by byte, and takes nothing that a board might not understand.
interface SignDecoder {

    /// Every board on the line, as an address.
    String ALL = "00";

    /// What the line has said with this byte.
    sealed interface Heard {

        /// @param address two characters, [#ALL] for every board
        /// @param text without characters that a board cannot show
        record Shown(String address, String text) implements Heard {}

        /// In a few words, with the bytes as they came.
        record Garbage(String what) implements Heard {}
    }

    /// @return nothing in the middle of a frame
    Optional<Heard> take(int unsignedByte);
}
