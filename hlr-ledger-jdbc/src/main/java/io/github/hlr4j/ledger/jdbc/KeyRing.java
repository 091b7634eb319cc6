package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.callback.CallbackKeys;
import java.sql.SQLException;

/** The callback keys, as text among the other facts of the ledger. */
final class KeyRing {

    private static final String NAME = "callback-keys";

    private KeyRing() {}

    /** Draws the ring if there is none; of two nodes that do so at once, one finds that of the other. */
    static CallbackKeys getOrCreate(Session session) throws SQLException {
        session.update(
                "INSERT INTO hlr_meta VALUES (?, ?) ON CONFLICT DO NOTHING",
                NAME,
                CallbackKeys.create().toText());
        return session.first(
                        "SELECT value FROM hlr_meta WHERE name = ?", row -> CallbackKeys.parse(row.getString(1)), NAME)
                .orElseThrow();
    }
}
