package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import io.github.hlr4j.testkit.contract.RequestQuotaContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteQuotaContractTest extends RequestQuotaContract {

    private final List<Ledger> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    @Override
    protected RequestQuota quota(Rate rate, Ticker ticker) {
        Path file = folder.resolve(opened.size() + ".db");
        Ledger ledger = SqliteLedger.open(file, () -> Sample.NOW.plusNanos(ticker.nanos()), ticker);
        opened.add(ledger);
        return ledger.quota(rate);
    }

    @AfterEach
    void close() {
        opened.forEach(Ledger::close);
    }
}
