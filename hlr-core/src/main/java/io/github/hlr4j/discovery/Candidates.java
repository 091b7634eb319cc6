package io.github.hlr4j.discovery;

import io.github.hlr4j.ConfigurationException;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The providers of one port that a class loader sees, each with the jar that it comes from. */
final class Candidates<P> {

    private final List<P> providers;
    private final Function<P, String> name;

    private Candidates(List<P> providers, Function<P, String> name) {
        this.providers = providers;
        this.name = name;
    }

    static <P> Candidates<P> load(ServiceLoader<P> loader, Function<P, String> name) {
        try {
            return new Candidates<>(
                    loader.stream()
                            .map(ServiceLoader.Provider::get)
                            .sorted(Comparator.comparing(name)
                                    .thenComparing(p -> p.getClass().getName()))
                            .toList(),
                    name);
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException("An adapter is listed but cannot be loaded: " + e.getMessage(), e);
        }
    }

    List<P> all() {
        return providers;
    }

    Candidates<P> named(String wanted) {
        return new Candidates<>(
                providers.stream().filter(p -> name.apply(p).equals(wanted)).toList(), name);
    }

    /** One line for each candidate: its name, its class and its jar. */
    String listed() {
        return providers.stream()
                .map(p -> "\n  - " + name.apply(p) + ": " + p.getClass().getName() + " from " + origin(p.getClass()))
                .collect(Collectors.joining());
    }

    private static String origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return type.getModule().toString();
        }
        String path = source.getLocation().getPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }
}
