package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.callback.NotificationHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The class loader of a web application that brings handlers of its own, as a container makes it. */
public final class WebApplicationLoader extends URLClassLoader {

    private final List<String> handlers;
    private final NotificationHandler outside;

    private WebApplicationLoader(URL classes, List<String> handlers, NotificationHandler outside) {
        super(new URL[] {classes}, WebApplicationLoader.class.getClassLoader());
        this.handlers = handlers;
        this.outside = outside;
    }

    /** Lists handlers in a folder; those that are classes of the tests belong to this loader. */
    static WebApplicationLoader listing(Path folder, List<String> handlers) throws IOException {
        return listing(folder, handlers, (correlation, results) -> {});
    }

    /** Lists one handler in a folder, which gives everything to another outside of the web application. */
    static WebApplicationLoader relaying(Path folder, NotificationHandler outside) throws IOException {
        return listing(folder, List.of(RelayingHandler.class.getName()), outside);
    }

    private static WebApplicationLoader listing(Path folder, List<String> handlers, NotificationHandler outside)
            throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(NotificationHandler.class.getName()), handlers);
        return new WebApplicationLoader(url(folder.toUri()), handlers, outside);
    }

    /** The handler to which {@link RelayingHandler} gives everything. */
    public NotificationHandler outside() {
        return outside;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null || !handlers.contains(name) ? super.loadClass(name, resolve) : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = "/" + name.replace('.', '/') + ".class";
        try (InputStream bytes = WebApplicationLoader.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = bytes.readAllBytes();
            return defineClass(name, code, 0, code.length, RelayingHandler.class.getProtectionDomain());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(URI uri) throws MalformedURLException {
        return uri.toURL();
    }
}
