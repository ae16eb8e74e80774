package kz.adalkezek.kiosk.pad;

import java.util.List;

/// What stands on the sheet beside a pad.
///
/// @param counter whose operator types
/// @param prefix before the number that an operator types: `op-` makes `01` the operator `op-01`
/// @param outcomes of the policy, for the keys 41 to 49
public record Sheet(int counter, String prefix, List<String> outcomes) {

    public static final int OUTCOMES_MAX = 9;

    /// @throws IllegalArgumentException if there are too many outcomes for the keys
    public Sheet {
        outcomes = List.copyOf(outcomes);
        if (outcomes.size() > OUTCOMES_MAX) {
            throw new IllegalArgumentException("a pad has keys for 9 outcomes");
        }
    }
}
