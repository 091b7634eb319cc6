package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.Ledger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

class SqliteSharedLedgerTest extends SharedLedgerTest {

    @TempDir
    private Path folder;

    @Override
    Ledger openAnother() {
        return SqliteLedger.open(folder.resolve("books.db"));
    }

    @Override
    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("books.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
