package kz.adalkezek.server.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.adalkezek.server.branch.Annex;

/// The papers that desks have asked a visit for, as the desk and the citizen see them.
public final class Documents {

    private Documents() {}

    /// Each `{"document": code}` of the catalogue, or `{"other": text}`.
    public static List<Map<String, Object>> of(List<Annex> annexes) {
        var documents = new ArrayList<Map<String, Object>>();
        for (var annex : annexes) {
            switch (annex.kind()) {
                case DOCUMENT -> documents.add(Map.of("document", annex.value()));
                case OTHER -> documents.add(Map.of("other", annex.value()));
                case SERVICE -> {}
            }
        }
        return documents;
    }
}
