package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.Ledger;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSharedLedgerTest extends SharedLedgerTest {

    @RegisterExtension
    private final PostgresSchema schema = new PostgresSchema();

    @Override
    Ledger openAnother() {
        return PostgresLedger.open(schema.url(), schema.properties());
    }

    @Override
    void execute(String sql) throws SQLException {
        schema.execute(sql);
    }
}
