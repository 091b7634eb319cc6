package io.github.hlr4j.spi;

import java.util.regex.Pattern;

/** Tells addresses of this machine from others, without asking anybody: secrets travel in the clear to the former only. */
public final class Loopback {

    private static final Pattern IPV4 = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    private Loopback() {}

    /**
     * Whether a host is this machine by its literal: 127.0.0.0/8, ::1 or {@code localhost}.
     *
     * @param host a host as in an address, an IPv6 literal with or without brackets; may be null
     * @return false for every name that would have to be looked up
     */
    public static boolean isLoopback(String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.equals("::1")
                        || host.equals("[::1]")
                        || IPV4.matcher(host).matches());
    }
}
