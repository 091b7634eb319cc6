package io.github.hlr4j.ledger.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;

/** Connections to a SQLite file on which a commit fails while a test wants it to. */
final class BreakableSource extends SQLiteDataSource {

    private volatile boolean broken;

    BreakableSource(Path file) {
        setUrl("jdbc:sqlite:" + file);
    }

    void setBroken(boolean nowBroken) {
        this.broken = nowBroken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(method, connection, arguments);
            return method.getName().equals("prepareStatement") && arguments[0].equals("COMMIT")
                    ? breakable((PreparedStatement) result)
                    : result;
        });
    }

    private PreparedStatement breakable(PreparedStatement commit) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (broken && method.getName().startsWith("execute")) {
                throw new SQLException("disk I/O error");
            }
            return call(method, commit, arguments);
        });
    }

    @FunctionalInterface
    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
