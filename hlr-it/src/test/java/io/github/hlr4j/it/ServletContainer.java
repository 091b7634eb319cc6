package io.github.hlr4j.it;

import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.it.war.RelayingHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The servlet containers in which the callback is tried, each from jars of its own. */
enum ServletContainer {
    TOMCAT_10("tomcat-10", "TomcatLauncher"),
    TOMCAT_11("tomcat-11", "TomcatLauncher"),
    JETTY_EE10("jetty-ee10", "JettyLauncher"),
    JETTY_EE11("jetty-ee11", "JettyLauncher");

    private static final Path LAUNCHERS =
            OwnJvm.classesOf(ServletContainer.class).resolve("launchers");

    private final String jars;
    private final String launcher;

    ServletContainer(String jars, String launcher) {
        this.jars = jars;
        this.launcher = launcher;
    }

    /** Starts it in a folder with a web application, whose handler relays everything to one of the tests. */
    ContainerProcess start(Path folder, WarFile war, NotificationHandler handler) throws IOException {
        Path source = Files.writeString(folder.resolve(launcher + ".java"), launcherSource());
        Relay relay = Relay.to(handler);
        List<String> options = List.of(
                // As Tomcat's own scripts do, so that it finds what an application leaves behind.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "-D" + RelayingHandler.RELAY + "=" + relay.address(),
                "-Djava.util.logging.config.file=" + LAUNCHERS.resolve("logging.properties"));
        String file = war.writeTo(folder).toString();
        Path work = Files.createDirectory(folder.resolve("work"));
        return new ContainerProcess(
                OwnJvm.startSource(options, JarSets.of(jars), source, war.environment(), file, work.toString()),
                relay,
                work);
    }

    /** The packages of Jetty's two versions differ in a name, and so far in nothing else that is used. */
    private String launcherSource() throws IOException {
        String source = Files.readString(LAUNCHERS.resolve(launcher + ".java"));
        return this == JETTY_EE11 ? source.replace("org.eclipse.jetty.ee10.", "org.eclipse.jetty.ee11.") : source;
    }
}
