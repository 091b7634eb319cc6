package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.testkit.contract.LedgerContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerContractTest extends LedgerContract {

    @TempDir
    Path folder;

    @Override
    protected Ledger ledger() {
        return SqliteLedger.open(folder.resolve("ledger.db"));
    }

    @Override
    protected Optional<Ledger> afterCrash() {
        return Optional.of(ledger());
    }
}
