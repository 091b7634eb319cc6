package io.github.hlr4j.it.store;

import io.github.hlr4j.spi.ResultStore;
import io.github.hlr4j.testkit.contract.ResultStoreContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Two stores over one file, as two processes have them. */
class SqliteResultStoreContractTest extends ResultStoreContract {

    private final List<SqliteResultStore> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    @Override
    protected ResultStore store() {
        SqliteResultStore store = SqliteResultStore.open(folder.resolve("results.db"));
        opened.add(store);
        return store;
    }

    @Override
    protected ResultStore another(ResultStore store) {
        return store();
    }

    @AfterEach
    void close() {
        opened.forEach(SqliteResultStore::close);
    }
}
