import io.github.hlr4j.it.launcher.Console;
import io.github.hlr4j.it.launcher.Container;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
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
        application.setTempDirectory(work.toFile());
        applications.addHandler(application);
        server.setHandler(applications);
        server.start();
    }

    private static Request.Handler statusAlone() {
        return (request, response, callback) -> {
            callback.succeeded();
            return true;
        };
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
        return loader;
    }
}
