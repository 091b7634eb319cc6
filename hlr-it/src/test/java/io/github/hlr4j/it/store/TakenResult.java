package io.github.hlr4j.it.store;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is compared of a result, whether it was acknowledged, kept or handed over. */
record TakenResult(String correlation, String phone, String fingerprint) {

    static TakenResult of(Correlation correlation, HlrNotification result) {
        return new TakenResult(correlation.toString(), result.phone().e164(), result.fingerprint());
    }

    /** Reads every row of a store's file, without the store. */
    static List<TakenResult> keptIn(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT correlation, phone, fingerprint FROM results")) {
            List<TakenResult> kept = new ArrayList<>();
            while (rows.next()) {
                kept.add(new TakenResult(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return kept;
        }
    }
}
