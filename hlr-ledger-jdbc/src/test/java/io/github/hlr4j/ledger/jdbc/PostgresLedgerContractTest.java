package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.testkit.contract.LedgerContract;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLedgerContractTest extends LedgerContract {

    @RegisterExtension
    private final PostgresSchema schema = new PostgresSchema();

    @Override
    protected Ledger ledger() {
        return PostgresLedger.open(schema.url(), schema.properties());
    }

    /** The clock is the server's, so it is the lease that is moved. */
    @Override
    protected Optional<Ledger> afterCrash() throws SQLException {
        schema.execute("UPDATE hlr_attempts SET lease_until = 0");
        return Optional.of(ledger());
    }
}
