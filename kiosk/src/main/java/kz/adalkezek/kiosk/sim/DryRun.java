package kz.adalkezek.kiosk.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What bytes look like on paper, without a port and without faults.
public final class DryRun {

    private DryRun() {}

    /// @param widthDots of the head, a multiple of 8
    /// @param pages the names of code pages by the numbers that select them, such as 53 and
    ///   `KZ-1048`
    /// @return the pieces cut off, and last what still hangs out if there is ink on it
    /// @throws IllegalArgumentException if a real printer would not have understood something
    public static List<CutPaper> papers(byte[] bytes, int widthDots, Map<Integer, String> pages) {
        var mechanism = new Mechanism(widthDots, pages);
        mechanism.receive(bytes);
        if (!mechanism.errors().isEmpty()) {
            throw new IllegalArgumentException(
                    "no printer understands this: " + mechanism.errors());
        }
        var papers = new ArrayList<>(mechanism.roll().pieces());
        var hanging = mechanism.roll().hanging();
        if (hanging.printedRows() > 0) {
            papers.add(hanging);
        }
        return papers;
    }
}
