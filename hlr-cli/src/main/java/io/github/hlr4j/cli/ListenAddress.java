package io.github.hlr4j.cli;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.spi.Loopback;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a server of ours listens: a host, an IPv6 literal in brackets, and a port, 0 for a free one. */
record ListenAddress(String host, int port) {

    static final ListenAddress ANY_LOOPBACK_PORT = new ListenAddress("127.0.0.1", 0);

    private static final Pattern TEXT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\s]+):(\\d{1,5})");
    private static final int MAX_PORT = 65_535;

    static ListenAddress parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MAX_PORT) {
            throw new InvalidInputException("it is HOST:PORT, for example 127.0.0.1:8080 or [::1]:8080");
        }
        return new ListenAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    boolean isLoopback() {
        return Loopback.isLoopback(host);
    }

    ListenAddress withPort(int newPort) {
        return new ListenAddress(host, newPort);
    }

    URI url() {
        return URI.create("http://" + this);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
