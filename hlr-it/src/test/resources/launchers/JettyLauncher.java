import io.github.hlr4j.it.launcher.Console;
import io.github.hlr4j.it.launcher.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.RequestLogWriter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** Jetty 12.0 (ee10), or 12.1 with the package ee11, with one WAR, set up as docs/guide/callbacks.md says; run from its source. */
public final class JettyLauncher implements Container {

    private final Server server = new Server();
    private final ContextHandlerCollection applications = new ContextHandlerCollection();
    private final ServerConnector connector = loopback(server);

    public static void main(String... arguments) throws Exception {
        Console.attach(new JettyLauncher(Path.of(arguments[0]), Path.of(arguments[1])));
    }

    private JettyLauncher(Path war, Path work) throws Exception {
        WebAppContext application = new WebAppContext();
        application.setContextPath("/");
        application.setDefaultsDescriptor(null);
        application.setErrorHandler(statusAlone());
        application.setWar(war.toString());
        application.setTempDirectory(work.resolve("application").toFile());
        applications.addHandler(application);
        logAccessWithoutTokens(Files.createDirectory(work.resolve("logs")));
        server.setHandler(applications);
        server.start();
    }

    private static Request.Handler statusAlone() {
        return (request, response, callback) -> {
            callback.succeeded();
            return true;
        };
    }

    private void logAccessWithoutTokens(Path logs) {
        server.setRequestLog(new RequestLog.Collection(
                accessLog(logs.resolve("usual.log"), CustomRequestLog.EXTENDED_NCSA_FORMAT, "^/+hlr.*"),
                accessLog(
                        logs.resolve("hlr.log"),
                        "%{client}a - %u %t %m %s %O %D \"%{User-Agent}i\"",
                        "^(?!/+hlr).*")));
    }

    /** The server starts it as one of its beans; a collection starts nothing. */
    private CustomRequestLog accessLog(Path file, String format, String ignored) {
        CustomRequestLog log = new CustomRequestLog(new RequestLogWriter(file.toString()), format);
        log.setIgnorePaths(new String[] {ignored});
        server.addBean(log);
        return log;
    }

    private static ServerConnector loopback(Server server) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        return connector;
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public ClassLoader undeploy() throws Exception {
        WebAppContext application = (WebAppContext) applications.getHandlers().get(0);
        ClassLoader loader = application.getClassLoader();
        application.stop();
        applications.removeHandler(application);
        application.destroy();
        forgetLastConnection();
        return loader;
    }

    /** A selector keeps hold of the connection that it served last, and so of the application behind it, until the next one. */
    private void forgetLastConnection() throws Exception {
        connector.stop();
        connector.start();
    }
}
