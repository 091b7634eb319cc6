package io.github.hlr4j.it;

import io.github.hlr4j.callback.InMemoryResultStore;
import io.github.hlr4j.spi.ResultStore;
import io.github.hlr4j.testkit.contract.ResultStoreContract;

/** The store of hlr-core, which cannot depend on its contract itself. */
class InMemoryResultStoreContractTest extends ResultStoreContract {

    @Override
    protected ResultStore store() {
        return new InMemoryResultStore();
    }

    @Override
    protected boolean takesRequestsSideBySide() {
        return true;
    }
}
