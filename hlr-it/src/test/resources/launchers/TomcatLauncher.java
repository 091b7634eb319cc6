import io.github.hlr4j.it.launcher.Console;
import io.github.hlr4j.it.launcher.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.AccessLogValve;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.rewrite.RewriteValve;

/** Tomcat 10.1 or 11 with one WAR, set up as docs/guide/callbacks.md says; run from its source. */
public final class TomcatLauncher implements Container {

    private final Tomcat tomcat = new Tomcat();

    public static void main(String... arguments) throws Exception {
        Console.attach(new TomcatLauncher(Path.of(arguments[0]), Path.of(arguments[1])));
    }

    private TomcatLauncher(Path war, Path work) throws Exception {
        Files.createDirectories(work.resolve("webapps"));
        tomcat.setBaseDir(work.toString());
        tomcat.setConnector(loopback());
        Pipeline host = tomcat.getHost().getPipeline();
        host.addValve(quietErrors());
        logAccessWithoutTokens(host);
        tomcat.setAddDefaultWebXmlToWebapp(false);
        tomcat.addWebapp("", war.toString());
        tomcat.start();
    }

    private static Connector loopback() {
        Connector connector = new Connector();
        connector.setProperty("address", "127.0.0.1");
        connector.setPort(0);
        // The servlet answers TRACE itself, like every method but POST.
        connector.setAllowTrace(true);
        return connector;
    }

    private static ErrorReportValve quietErrors() {
        ErrorReportValve valve = new ErrorReportValve();
        valve.setShowServerInfo(false);
        valve.setShowReport(false);
        return valve;
    }

    /** The path is written where the rule says so, and the rule is not asked about what the connector refuses. */
    private static void logAccessWithoutTokens(Pipeline host) throws Exception {
        RewriteValve rules = new RewriteValve();
        host.addValve(rules);
        rules.setConfiguration("RewriteRule /(?!hlr).* - [E=usual:yes]");

        AccessLogValve usual = accessLog("usual", "combined");
        usual.setConditionIf("usual");
        host.addValve(usual);

        AccessLogValve pathless = accessLog("hlr", "%h %l %u %t %m %s %b %D \"%{User-Agent}i\"");
        pathless.setConditionUnless("usual");
        host.addValve(pathless);
    }

    private static AccessLogValve accessLog(String name, String pattern) {
        AccessLogValve log = new AccessLogValve();
        log.setPrefix(name);
        log.setSuffix(".log");
        log.setRotatable(false);
        log.setBuffered(false);
        log.setPattern(pattern);
        return log;
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public ClassLoader undeploy() {
        Context application = (Context) tomcat.getHost().findChildren()[0];
        ClassLoader loader = application.getLoader().getClassLoader();
        tomcat.getHost().removeChild(application);
        return loader;
    }
}
