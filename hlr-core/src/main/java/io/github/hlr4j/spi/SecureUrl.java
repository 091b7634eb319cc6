package io.github.hlr4j.spi;

import io.github.hlr4j.InvalidInputException;
import java.net.URI;
import java.util.Locale;

/** The rule for addresses over which a secret travels: HTTPS, unless the host is this machine by its literal. */
public final class SecureUrl {

    private SecureUrl() {}

    /**
     * Checks an address below which paths are appended.
     *
     * @param url the address
     * @param what what it is, for the message, for example {@code the base URL}
     * @return the address without a trailing slash
     * @throws InvalidInputException if it is not https, is http to another machine, has no host, or carries a user, a
     *     query or a fragment
     */
    public static URI require(URI url, String what) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if ((!scheme.equals("https") && !scheme.equals("http")) || url.getHost() == null) {
            throw new InvalidInputException(what + " begins with https:// and names a host");
        }
        if (scheme.equals("http") && !Loopback.isLoopback(url.getHost())) {
            throw new InvalidInputException(what + " must be https: over http to " + url.getHost()
                    + " a secret would travel in the clear; http is for 127.0.0.1, [::1] and localhost");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new InvalidInputException(what + " has no user name, query or fragment");
        }
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
