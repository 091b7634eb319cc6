package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.callback.NotificationHandler;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The handler of a site, which gives each request its own results. */
final class Deliveries implements NotificationHandler {

    private final Map<Correlation, AwaitedRequest> awaited = new ConcurrentHashMap<>();
    private final Queue<Correlation> strays = new ConcurrentLinkedQueue<>();

    void await(Correlation correlation, AwaitedRequest request) {
        awaited.put(correlation, request);
    }

    @Override
    public void handle(Correlation correlation, List<HlrNotification> results) {
        AwaitedRequest request = awaited.get(correlation);
        if (request == null) {
            strays.add(correlation);
        } else {
            request.take(results);
        }
    }

    void assertNoStrays() {
        assertThat(strays).as("results for requests that were never made").isEmpty();
    }
}
