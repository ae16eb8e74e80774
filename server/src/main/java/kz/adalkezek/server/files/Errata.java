package kz.adalkezek.server.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is wrong in the files, and what is only remarkable, each as `file:line: key: what is wrong;
/// remedy`.
final class Errata {

    /// Whoever has this many faults has the wrong file.
    static final int FAULTS_MAX = 100;

    private final List<String> faults = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    void fault(Path file, int line, String key, String wrong, String remedy) {
        if (faults.size() == FAULTS_MAX) {
            faults.add("and more; mend these first");
        }
        if (faults.size() < FAULTS_MAX) {
            faults.add(sentence(file, line, key, wrong, remedy));
        }
    }

    void remark(Path file, int line, String key, String what, String advice) {
        remarks.add(sentence(file, line, key, what, advice));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private static String sentence(Path file, int line, String key, String wrong, String remedy) {
        var where = file + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ");
        return where + wrong + "; " + remedy;
    }
}
