package io.github.hlr4j.it.bulk;

import io.github.hlr4j.bulk.InMemoryLedger;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.testkit.contract.LedgerContract;

class InMemoryLedgerContractTest extends LedgerContract {

    @Override
    protected Ledger ledger() {
        return new InMemoryLedger();
    }
}
