package kz.adalkezek.server.staff;

import java.util.List;
import kz.adalkezek.server.records.Migrations;

/// The tables of this room. They are no view: nothing can make them again.
final class Schema {

    static final Migrations STEPS =
            new Migrations(
                    "staff_schema",
                    List.of(
                            """
                            CREATE TABLE accounts (
                                operator VARCHAR(32) PRIMARY KEY,
                                role     VARCHAR(16) NOT NULL,
                                secret   VARCHAR(200) NOT NULL
                            )
                            """,
                            """
                            CREATE TABLE sessions (
                                token_hash VARCHAR(64) PRIMARY KEY,
                                operator   VARCHAR(32) NOT NULL REFERENCES accounts (operator),
                                expires_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
                            )
                            """,
                            """
                            CREATE TABLE devices (
                                device     VARCHAR(32) PRIMARY KEY,
                                kind       VARCHAR(16) NOT NULL,
                                token_hash VARCHAR(64) NOT NULL
                            )
                            """));

    private Schema() {}
}
