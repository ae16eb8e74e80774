package kz.adalkezek.queue;

import java.time.LocalDate;

/// Numbers of one letter and business day that follow each other.
///
/// @param from the first, 1 or more
/// @param to the last
public record Block(char letter, int from, int to, LocalDate day) {

    public Block {
        if (!TicketNumber.isLetter(letter)) {
            throw new IllegalArgumentException("a letter is A to Z but was " + letter);
        }
        if (from < 1 || to < from || to > TicketNumber.LAST_ORDINAL) {
            throw new IllegalArgumentException("a block of numbers lies within 1 to 99999");
        }
    }

    public int size() {
        return to - from + 1;
    }

    boolean isOf(char letter, LocalDate day) {
        return letter == this.letter && day.equals(this.day);
    }
}
