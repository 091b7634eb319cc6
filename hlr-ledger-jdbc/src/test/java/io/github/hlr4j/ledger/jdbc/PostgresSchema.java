package io.github.hlr4j.ledger.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Gives each test an empty schema in a PostgreSQL that all tests share. */
final class PostgresSchema implements BeforeEachCallback {

    private String url;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Server server = context.getRoot()
                .getStore(Namespace.create(PostgresSchema.class))
                .computeIfAbsent(Server.class, key -> Server.start(), Server.class);
        String schema = "test_" + UUID.randomUUID().toString().replace('-', '_');
        url = server.postgres.getJdbcUrl("postgres", "postgres");
        execute("CREATE SCHEMA " + schema);
        url += "&currentSchema=" + schema;
    }

    String url() {
        return url;
    }

    Properties properties() {
        return new Properties();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record Server(EmbeddedPostgres postgres) implements AutoCloseable {

        static Server start() {
            try {
                return new Server(EmbeddedPostgres.start());
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
