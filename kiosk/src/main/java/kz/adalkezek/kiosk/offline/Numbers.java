package kz.adalkezek.kiosk.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.kiosk.disk.ForcedFile;
import kz.adalkezek.queue.Block;
import kz.adalkezek.queue.TicketNumber;

/// The numbers that the branch has leased to this kiosk, a line each such as `A 17 200 2026-11-23`,
/// as far as the file knows them to be left. Numbers that stand in the journal are gone whatever
/// the file says. Safe for several threads.
final class Numbers {

    private static final int FILE_MAX_BYTES = 64 * 1024;

    private final Path file;

    /// Guarded by this.
    private List<Block> left;

    /// @throws IllegalStateException if the file is none of ours
    Numbers(Path file) throws IOException {
        this.file = file;
        try {
            this.left =
                    ForcedFile.read(file, FILE_MAX_BYTES).stream()
                            .flatMap(bytes -> new String(bytes, UTF_8).lines())
                            .map(Numbers::block)
                            .toList();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException(
                    file + " holds no leases; delete it: the branch knows them, too", e);
        }
    }

    synchronized int left(char letter, LocalDate day) {
        return left.stream()
                .filter(block -> block.letter() == letter && block.day().equals(day))
                .mapToInt(Block::size)
                .sum();
    }

    /// The number that comes next; it stays until it is [#used].
    synchronized Optional<TicketNumber> next(char letter, LocalDate day) {
        return left.stream()
                .filter(block -> block.letter() == letter && block.day().equals(day))
                .findFirst()
                .map(block -> new TicketNumber(letter, block.from()));
    }

    /// What can be given to nobody, because its day is over.
    synchronized List<Block> before(LocalDate day) {
        return left.stream().filter(block -> block.day().isBefore(day)).toList();
    }

    /// In memory only: the journal has it.
    synchronized void used(TicketNumber number, LocalDate day) {
        var rest = new ArrayList<Block>();
        for (var block : left) {
            boolean here =
                    block.letter() == number.letter()
                            && block.day().equals(day)
                            && block.from() <= number.ordinal()
                            && number.ordinal() <= block.to();
            if (!here) {
                rest.add(block);
            } else if (number.ordinal() < block.to()) {
                rest.add(new Block(block.letter(), number.ordinal() + 1, block.to(), block.day()));
            }
        }
        left = List.copyOf(rest);
    }

    /// On the disk when this returns.
    synchronized void leased(Block block) {
        var more = new ArrayList<>(left);
        more.add(block);
        keep(more);
    }

    synchronized void released(Block block) {
        keep(left.stream().filter(other -> !other.equals(block)).toList());
    }

    /// What the branch knows instead of what this machine remembers.
    synchronized void replace(List<Block> leases) {
        keep(leases);
    }

    /// Writes down what is left, before the journal forgets what was used.
    synchronized void settle() {
        keep(left);
    }

    private void keep(List<Block> blocks) {
        var text = new StringBuilder();
        for (var block : blocks) {
            text.append(block.letter())
                    .append(' ')
                    .append(block.from())
                    .append(' ')
                    .append(block.to())
                    .append(' ')
                    .append(block.day())
                    .append('\n');
        }
        try {
            ForcedFile.write(file, text.toString().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep the leased numbers", e);
        }
        left = List.copyOf(blocks);
    }

    private static Block block(String line) {
        var parts = line.split(" ", -1);
        if (parts.length != 4 || parts[0].length() != 1) {
            throw new IllegalArgumentException("no lease: " + line);
        }
        return new Block(
                parts[0].charAt(0),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                LocalDate.parse(parts[3]));
    }
}
