package kz.adalkezek.server.records;

import java.util.List;

/// The tables of the views. They are never migrated: when anything here changes, so does the
/// version, and the tables are made again from the log.
final class ViewSchema {

    static final int VERSION = 1;

    static final List<String> TABLES = List.of("view_state", "visits", "desk_events");

    static final List<String> CREATE =
            List.of(
                    """
                    CREATE TABLE view_state (
                        version INTEGER NOT NULL,
                        origin  VARCHAR(255) NOT NULL,
                        applied BIGINT NOT NULL
                    )
                    """,
                    """
                    CREATE TABLE visits (
                        visit       BIGINT PRIMARY KEY,
                        number      VARCHAR(8) NOT NULL,
                        first_group VARCHAR(16) NOT NULL,
                        legs        INTEGER NOT NULL,
                        leg         INTEGER NOT NULL,
                        taken_by    VARCHAR(32) NOT NULL,
                        policy      VARCHAR(40) NOT NULL,
                        credit      INTEGER NOT NULL,
                        arrival_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                        claim_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                        fair_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                        issued_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                        handed_at   TIMESTAMP(3) WITH TIME ZONE,
                        called_at   TIMESTAMP(3) WITH TIME ZONE,
                        started_at  TIMESTAMP(3) WITH TIME ZONE,
                        finished_at TIMESTAMP(3) WITH TIME ZONE,
                        ended_at    TIMESTAMP(3) WITH TIME ZONE,
                        desk        INTEGER,
                        call_rule   VARCHAR(16),
                        overtaken   INTEGER,
                        outcome     VARCHAR(40),
                        state       VARCHAR(16) NOT NULL
                    )
                    """,
                    """
                    CREATE TABLE desk_events (
                        log_index   BIGINT PRIMARY KEY,
                        happened_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                        desk        INTEGER NOT NULL,
                        actor       VARCHAR(32) NOT NULL,
                        type        VARCHAR(32) NOT NULL,
                        visit       BIGINT
                    )
                    """,
                    "CREATE INDEX desk_events_by_desk ON desk_events (desk, log_index)");

    private ViewSchema() {}
}
