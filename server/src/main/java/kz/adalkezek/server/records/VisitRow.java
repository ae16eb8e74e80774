package kz.adalkezek.server.records;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One visit as the views tell it.
///
/// @param rule of its last call
/// @param overtaken how many that call went before
/// @param outcome of the service finished last
public record VisitRow(
        long visit,
        String number,
        String firstGroup,
        int legs,
        int leg,
        int credit,
        Instant arrival,
        Instant fair,
        Instant issued,
        Optional<Instant> handed,
        Optional<Instant> called,
        Optional<Instant> started,
        Optional<Instant> finished,
        Optional<Instant> ended,
        OptionalInt desk,
        Optional<String> rule,
        OptionalInt overtaken,
        Optional<String> outcome,
        String state) {}
