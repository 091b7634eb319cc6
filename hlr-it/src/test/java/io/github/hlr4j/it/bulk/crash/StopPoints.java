package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.spi.RequestQuota;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Ends this process at once, as {@code kill -9} does, when it comes to a certain call for a certain time. */
final class StopPoints {

    /** The exit code of a process that ended here. */
    static final int STOPPED = 77;

    private static final Set<Class<?>> WATCHED_TOO =
            Set.of(Connection.class, RequestQuota.class, RequestQuota.Permit.class);

    private final String label;
    private final AtomicInteger timesLeft;

    private StopPoints(String label, int times) {
        this.label = label;
        this.timesLeft = new AtomicInteger(times);
    }

    /**
     * Reads where to stop.
     *
     * @param point {@code label:times}, where the label is {@code before-} or {@code after-} with the name of a method
     */
    static StopPoints parse(String point) {
        int colon = point.indexOf(':');
        return new StopPoints(point.substring(0, colon), Integer.parseInt(point.substring(colon + 1)));
    }

    /** The same object with a stop point before and after each of its calls, and of those on what they return. */
    <T> T around(Class<T> type, T target) {
        return around(type, target, Method::getName);
    }

    private <T> T around(Class<T> type, T target, Function<Method, String> name) {
        return type.cast(Proxy.newProxyInstance(
                StopPoints.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> watched(name.apply(method), method, target, arguments)));
    }

    private Object watched(String name, Method method, Object target, Object[] arguments) throws Throwable {
        pass("before-" + name);
        try {
            Object result = method.invoke(target, arguments);
            return isOfCommit(method, arguments)
                    ? around(PreparedStatement.class, (PreparedStatement) result, execution -> "commit")
                    : WATCHED_TOO.contains(method.getReturnType()) ? watched(method.getReturnType(), result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            pass("after-" + name);
        }
    }

    /** SQLite commits by a statement. */
    private static boolean isOfCommit(Method method, Object[] arguments) {
        return method.getName().equals("prepareStatement") && arguments[0].equals("COMMIT");
    }

    private <T> T watched(Class<T> type, Object result) {
        return around(type, type.cast(result));
    }

    private void pass(String point) {
        if (point.equals(label) && timesLeft.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(STOPPED);
        }
    }
}
