package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackKeysFile;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.NotificationHandler;
import jakarta.servlet.ServletConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What {@code web.xml} and the environment say: makes a receiver of it. */
final class Deployment {

    private final ServletConfig config;
    private final UnaryOperator<String> environment;

    Deployment(ServletConfig config, UnaryOperator<String> environment) {
        this.config = config;
        this.environment = environment;
    }

    CallbackReceiver receiver() {
        ClassLoader application = config.getServletContext().getClassLoader();
        return CallbackReceiver.builder(keys(), onlyHandler(application))
                .classLoader(application)
                .build();
    }

    private Supplier<CallbackKeys> keys() {
        String file = config.getInitParameter(HlrCallbackServlet.KEYS_FILE);
        String variable = config.getInitParameter(HlrCallbackServlet.KEYS_ENV);
        if (file != null && variable != null) {
            throw new ConfigurationException("The keys have two sources, the init parameters "
                    + HlrCallbackServlet.KEYS_FILE + " and " + HlrCallbackServlet.KEYS_ENV + ".\nKeep one of them.");
        }
        if (file != null) {
            return keysOfFile(file);
        }
        CallbackKeys keys = keysOfEnvironment(variable == null ? HlrCallbackServlet.DEFAULT_KEYS_ENV : variable);
        return () -> keys;
    }

    private static Supplier<CallbackKeys> keysOfFile(String file) {
        try {
            return CallbackKeysFile.open(Path.of(file));
        } catch (ConfigurationException | InvalidPathException e) {
            throw new ConfigurationException(
                    e.getMessage() + "\nGive the init parameter " + HlrCallbackServlet.KEYS_FILE
                            + " a path that the container's user may read.",
                    e);
        }
    }

    private CallbackKeys keysOfEnvironment(String variable) {
        String text = environment.apply(variable);
        if (text == null) {
            throw new ConfigurationException("No callback keys were given: the environment variable " + variable
                    + " is not set.\nSet it to what 'hlr keys create FILE' writes, or name a file with the init"
                    + " parameter " + HlrCallbackServlet.KEYS_FILE + ".");
        }
        try {
            return CallbackKeys.parse(text);
        } catch (InvalidInputException e) {
            throw new ConfigurationException(
                    "The environment variable " + variable + " does not hold callback keys: " + e.getMessage() + ".",
                    e);
        }
    }

    private static NotificationHandler onlyHandler(ClassLoader application) {
        List<NotificationHandler> found = handlers(application);
        if (found.isEmpty()) {
            throw new ConfigurationException("No notification handler was found.\nName your class in META-INF/services/"
                    + NotificationHandler.class.getName() + " of the web application, or register the servlet in code"
                    + " with HlrCallbackServlet.register(ServletContext, String, CallbackReceiver).");
        }
        if (found.size() > 1) {
            throw new ConfigurationException("Several notification handlers were found:" + listed(found)
                    + "\nKeep one in the web application, or register the servlet in code with"
                    + " HlrCallbackServlet.register(ServletContext, String, CallbackReceiver).");
        }
        return found.get(0);
    }

    private static List<NotificationHandler> handlers(ClassLoader application) {
        try {
            return ServiceLoader.load(NotificationHandler.class, application).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(handler -> handler.getClass().getName()))
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException(
                    "A notification handler is listed but cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static String listed(List<NotificationHandler> handlers) {
        return handlers.stream()
                .map(handler -> "\n  - " + handler.getClass().getName() + " from " + origin(handler.getClass()))
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
