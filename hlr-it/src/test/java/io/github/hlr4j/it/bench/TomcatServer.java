package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat with the measured servlets, in a process of its own. */
public final class TomcatServer {

    private TomcatServer() {}

    /**
     * Serves until standard input ends.
     *
     * @param arguments a folder for Tomcat's own files
     */
    public static void main(String[] arguments) throws IOException, LifecycleException {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        // By default every hundredth request ends its connection, and new connections would be measured along.
        connector.setProperty("maxKeepAliveRequests", "-1");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(arguments[0]);
        tomcat.setConnector(connector);
        Context application = tomcat.addContext("", null);
        application.addServletContainerInitializer((classes, context) -> MeasuredServlets.register(context), Set.of());
        tomcat.start();
        MeasuredServlets.serveUntilInputEnds(connector.getLocalPort());
    }
}
