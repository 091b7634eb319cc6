package io.github.hlr4j.discovery;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.HttpTransportProvider;
import java.util.ServiceLoader;

/** Chooses the transport: by name, or the only one there is. */
public final class Transports {

    private static final String CURE =
            "give one to HlrClient.Builder.transport(HttpTransport), or name one with HlrClient.Builder.transport(String)";

    private Transports() {}

    /**
     * Creates the only transport that a class loader sees.
     *
     * @param classLoader where to look
     * @return a new transport
     * @throws ConfigurationException if there is none or there are several
     */
    public static HttpTransport only(ClassLoader classLoader) {
        Candidates<HttpTransportProvider> found = find(classLoader);
        if (found.all().isEmpty()) {
            throw noneFound();
        }
        if (found.all().size() > 1) {
            throw new ConfigurationException("Several HTTP transports were found:" + found.listed()
                    + "\nKeep one on the class path, " + CURE + ".");
        }
        return found.all().get(0).create();
    }

    /**
     * Creates the transport of a name.
     *
     * @param name the name that its provider gives
     * @param classLoader where to look
     * @return a new transport
     * @throws ConfigurationException if there is none of that name or there are several
     */
    public static HttpTransport named(String name, ClassLoader classLoader) {
        Candidates<HttpTransportProvider> found = find(classLoader);
        Candidates<HttpTransportProvider> named = found.named(name);
        if (found.all().isEmpty()) {
            throw noneFound();
        }
        if (named.all().isEmpty()) {
            throw new ConfigurationException("No HTTP transport has the name '" + name + "'. Found:" + found.listed()
                    + "\nUse one of these names, or give one to HlrClient.Builder.transport(HttpTransport).");
        }
        if (named.all().size() > 1) {
            throw new ConfigurationException("Several HTTP transports have the name '" + name + "':" + named.listed()
                    + "\nKeep one on the class path, or give one to HlrClient.Builder.transport(HttpTransport).");
        }
        return named.all().get(0).create();
    }

    private static Candidates<HttpTransportProvider> find(ClassLoader classLoader) {
        return Candidates.load(
                ServiceLoader.load(HttpTransportProvider.class, classLoader), HttpTransportProvider::name);
    }

    private static ConfigurationException noneFound() {
        return new ConfigurationException("No HTTP transport was found."
                + "\nAdd io.github.hlr4j:hlr-transport-jdk to the class path or module path,"
                + " or give one to HlrClient.Builder.transport(HttpTransport).");
    }
}
