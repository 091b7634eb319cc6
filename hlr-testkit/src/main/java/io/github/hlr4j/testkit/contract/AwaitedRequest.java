package io.github.hlr4j.testkit.contract;

import io.github.hlr4j.HlrNotification;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A request whose results are awaited: an address that nobody else has, and what the handler was given for it. */
final class AwaitedRequest {

    private final URI address;
    private final List<List<HlrNotification>> handed = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeTaking = () -> {};

    AwaitedRequest(URI address) {
        this.address = address;
    }

    /** The path of the address, which ends in its token. */
    String target() {
        return address.getRawPath();
    }

    String token() {
        return target().substring(target().lastIndexOf('/') + 1);
    }

    /** Lets the handler do something before it takes results of this request, for example fail. */
    AwaitedRequest beforeTaking(Runnable mishap) {
        beforeTaking = mishap;
        return this;
    }

    void take(List<HlrNotification> results) {
        beforeTaking.run();
        handed.add(results);
    }

    /** What the handler took, call by call. */
    List<List<HlrNotification>> calls() {
        return handed;
    }

    List<HlrNotification> results() {
        return handed.stream().flatMap(List::stream).toList();
    }
}
