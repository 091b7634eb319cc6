package io.github.hlr4j.it;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import io.github.hlr4j.it.war.HandOver;
import io.github.hlr4j.it.war.RelayingHandler;
import io.github.hlr4j.it.war.Startup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A web application as it is delivered: a descriptor, the handler, and the published jars with what they need. */
record WarFile(String descriptor, Map<String, String> environment) {

    private static final String SERVICE = "WEB-INF/classes/META-INF/services/" + NotificationHandler.class.getName();
    private static final List<Class<?>> CLASSES = List.of(HandOver.class, RelayingHandler.class, Startup.class);

    /** The servlet declared by {@code web.xml}, with the keys in a file. */
    static WarFile declaring(Path keys) {
        String parameter =
                "<init-param><param-name>keys-file</param-name><param-value>" + keys + "</param-value></init-param>";
        return new WarFile(servlet(true, parameter), Map.of());
    }

    /** The same without asynchronous support, and with the keys in the environment. */
    static WarFile blocking(CallbackKeys keys) {
        return new WarFile(servlet(false, ""), environmentWith(keys));
    }

    /** The servlet registered in code by a listener, with the keys in the environment. */
    static WarFile registering(CallbackKeys keys) {
        String listener = "<listener><listener-class>" + Startup.class.getName() + "</listener-class></listener>";
        return new WarFile(listener, environmentWith(keys));
    }

    private static Map<String, String> environmentWith(CallbackKeys keys) {
        return Map.of(HlrCallbackServlet.DEFAULT_KEYS_ENV, keys.toText());
    }

    private static String servlet(boolean async, String parameter) {
        return """
                <servlet>
                  <servlet-name>hlr</servlet-name>
                  <servlet-class>io.github.hlr4j.callback.servlet.HlrCallbackServlet</servlet-class>
                  %s
                  <load-on-startup>1</load-on-startup>
                  <async-supported>%s</async-supported>
                </servlet>
                <servlet-mapping>
                  <servlet-name>hlr</servlet-name>
                  <url-pattern>/hlr/*</url-pattern>
                </servlet-mapping>
                """.formatted(parameter, async);
    }

    /** Packs it. */
    Path writeTo(Path folder) throws IOException {
        Path file = folder.resolve("application.war");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream war = new ZipOutputStream(out)) {
            add(war, "WEB-INF/web.xml", webXml());
            add(war, SERVICE, RelayingHandler.class.getName());
            for (Class<?> type : CLASSES) {
                String name = type.getName().replace('.', '/') + ".class";
                add(
                        war,
                        "WEB-INF/classes/" + name,
                        Files.readAllBytes(OwnJvm.classesOf(type).resolve(name)));
            }
            for (Path jar : JarSets.of("core", "callback-servlet", "format-json", "format-xml")) {
                add(war, "WEB-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        }
        return file;
    }

    private String webXml() {
        return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + descriptor + "</web-app>";
    }

    private static void add(ZipOutputStream war, String name, String content) throws IOException {
        add(war, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream war, String name, byte[] content) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(content);
        war.closeEntry();
    }
}
