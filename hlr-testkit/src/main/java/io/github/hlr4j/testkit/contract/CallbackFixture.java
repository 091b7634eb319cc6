package io.github.hlr4j.testkit.contract;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.testkit.socket.RawClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What a test of an adapter that receives starts from: one deployment for all tests, and a request for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CallbackFixture {

    static final String GOOD = "phone=%2B33639980001&errorGrpId=0&errorName=NO_ERROR";

    final CallbackKeys olderKeys = CallbackKeys.create();
    final CallbackKeys keys = olderKeys.rotated();

    private final SecureRandom random = new SecureRandom();
    private final Deliveries deliveries = new Deliveries();
    private CallbackSite site;

    abstract CallbackSite deploy(CallbackKeys keys, NotificationHandler handler) throws Exception;

    abstract Set<NotificationEncoding> formats();

    @BeforeAll
    final void deploySite() throws Exception {
        site = deploy(keys, deliveries);
    }

    @AfterAll
    final void closeSite() {
        if (site != null) {
            site.close();
        }
        deliveries.assertNoStrays();
    }

    /** A new request with an address of its own. */
    final AwaitedRequest request() {
        return request(keys);
    }

    final AwaitedRequest request(CallbackKeys signing) {
        return request(signing, InstantSource.system());
    }

    final AwaitedRequest request(CallbackKeys signing, InstantSource clock) {
        Correlation correlation = Correlation.random(random);
        AwaitedRequest request = new AwaitedRequest(
                CallbackAddresses.of(site.publicUrl(), signing, CallbackAddresses.DEFAULT_VALIDITY, clock)
                        .of(correlation));
        deliveries.await(correlation, request);
        return request;
    }

    final RawClient connect() {
        return RawClient.connect(site.publicUrl());
    }

    /** Posts a form to a request, and gives the status of the answer. */
    final int post(AwaitedRequest request, String form) {
        return postTo(request.target(), form).status();
    }

    /** Posts a form over a connection of its own. */
    final CallbackAnswer postTo(String target, String form) {
        try (RawClient client = connect()) {
            return CallbackAnswer.next(client.post(target, form));
        }
    }

    /** Sends head and body at once, over a connection of its own, and waits for the answer. */
    final CallbackAnswer ask(String method, String target, String body, String... headers) {
        try (RawClient client = connect()) {
            return CallbackAnswer.next(client.request(method, target, body, headers), method);
        }
    }
}
