package kz.adalkezek.server.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is wrong in the files, and what is only remarkable.
final class Errata {

    /// Whoever has this many faults has the wrong file.
    static final int FAULTS_MAX = 100;

    private static final String MORE = "and more; mend these first";

    private final List<Note> faults = new ArrayList<>();
    private final List<Note> remarks = new ArrayList<>();
    private boolean hasMore;

    private record Note(Path file, int line, String key, String wrong, String remedy) {

        String inFile() {
            return file + ":" + line + ": " + inText();
        }

        String inText() {
            return (key.isEmpty() ? "" : key + ": ") + wrong + "; " + remedy;
        }
    }

    void fault(Path file, int line, String key, String wrong, String remedy) {
        hasMore |= faults.size() == FAULTS_MAX;
        if (!hasMore) {
            faults.add(new Note(file, line, key, wrong, remedy));
        }
    }

    void remark(Path file, int line, String key, String what, String advice) {
        remarks.add(new Note(file, line, key, what, advice));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /// Each as `file:line: key: what is wrong; remedy`.
    List<String> faults() {
        return all(faults.stream().map(Note::inFile).toList());
    }

    /// Without file and line, for a text that was no file: `key: what is wrong; remedy`.
    List<String> faultsOfText() {
        return all(faults.stream().map(Note::inText).toList());
    }

    /// As the faults.
    List<String> remarks() {
        return remarks.stream().map(Note::inFile).toList();
    }

    private List<String> all(List<String> sentences) {
        var all = new ArrayList<>(sentences);
        if (hasMore) {
            all.add(MORE);
        }
        return all;
    }
}
