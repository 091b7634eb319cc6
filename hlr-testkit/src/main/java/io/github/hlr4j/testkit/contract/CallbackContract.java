package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.testkit.socket.RawClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every adapter must do that puts a {@link io.github.hlr4j.callback.CallbackReceiver} behind HTTP: refuse without
 * reading, take what can be read, and acknowledge nothing before the handler has it.
 *
 * <pre>{@code
 * class MyServerContractTest extends CallbackContract {
 *     @Override
 *     protected CallbackSite deploy(CallbackKeys keys, NotificationHandler handler) {
 *         return MyServer.start(CallbackReceiver.builder(keys, handler).build());   // a CallbackSite
 *     }
 * }
 * }</pre>
 *
 * <p>The suite deploys once for all of its tests. It knows what comes back over bare sockets and what the handler is given,
 * and nothing of the process in which the adapter runs: a handler there may relay results to the one that the suite gave,
 * if it waits for its return and fails where that fails. The server has to leave every request to the adapter, also TRACE,
 * and not to name itself in its answers; most need a setting for that.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class CallbackContract extends HandOverRules {

    private static final int CROWD = 16;

    /** For subclasses; the engine makes one instance for all tests of a class. */
    protected CallbackContract() {}

    /**
     * Deploys the adapter under test, over a receiver that has these keys, this handler and otherwise its defaults.
     *
     * @param keys the ring that verifies addresses; it has two keys
     * @param handler who gets the results; it blocks and fails as the tests want it to
     * @return a deployment that answers; it is closed after the last test
     * @throws Exception if it cannot be deployed
     */
    @Override
    protected abstract CallbackSite deploy(CallbackKeys keys, NotificationHandler handler) throws Exception;

    /**
     * Which formats beside the form are read, because their modules are deployed. Others must be answered 415.
     *
     * @return by default none
     */
    @Override
    protected Set<NotificationEncoding> formats() {
        return Set.of();
    }

    /**
     * How many senders may stall in the middle of a body without keeping others waiting.
     *
     * @return by default 100; 0 where each of them holds a thread, and that test is skipped
     */
    protected int stalledSenders() {
        return 100;
    }

    @Test
    final void assumed_A06_equalNotificationsAtOnceAreHandedOverOnce() {
        try (Gate gate = new Gate()) {
            AwaitedRequest request = request().beforeTaking(gate::pass);

            assertThat(statusesAtOnce(request, gate)).hasSize(CROWD).containsOnly(204);
            assertThat(request.calls()).hasSize(1);
        }
    }

    @Test
    final void assumed_A06_whereTheFirstOfEqualNotificationsFailsTheNextIsHandedOver() {
        try (Gate gate = new Gate()) {
            AtomicInteger calls = new AtomicInteger();
            AwaitedRequest request = request().beforeTaking(() -> {
                gate.pass();
                if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("the database is away");
                }
            });

            assertThat(statusesAtOnce(request, gate))
                    .hasSize(CROWD)
                    .containsOnlyOnce(503)
                    .containsOnly(204, 503);
            assertThat(request.calls()).hasSize(1);
        }
    }

    /** Posts the same to the same address many times, while the handler waits at a gate. */
    private List<Integer> statusesAtOnce(AwaitedRequest request, Gate gate) {
        List<RawClient> senders = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) {
                senders.add(connect().post(request.target(), GOOD));
            }
            gate.awaitSomebody();
            gate.open();
            return senders.stream()
                    .map(CallbackAnswer::next)
                    .map(CallbackAnswer::status)
                    .toList();
        } finally {
            senders.forEach(RawClient::close);
        }
    }

    @Test
    final void anAcknowledgementKeepsTheConnection() {
        try (RawClient client = connect()) {
            for (AwaitedRequest request : requests(3)) {
                assertThat(CallbackAnswer.next(client.post(request.target(), GOOD))
                                .status())
                        .isEqualTo(204);
            }
        }
    }

    @Test
    final void sendersThatStallKeepNobodyWaitingAndLoseNothing() {
        assumeTrue(stalledSenders() > 0, "each sender holds a thread here");
        List<AwaitedRequest> requests = requests(stalledSenders());
        List<RawClient> stalled = new ArrayList<>();
        try {
            for (AwaitedRequest request : requests) {
                String length = "Content-Length: " + GOOD.length();
                stalled.add(connect().request("POST", request.target(), GOOD.substring(0, 10), RawClient.FORM, length));
            }

            assertThat(post(request(), GOOD)).isEqualTo(204);

            stalled.forEach(sender -> sender.send(GOOD.substring(10)));
            for (RawClient sender : stalled) {
                assertThat(CallbackAnswer.next(sender).status()).isEqualTo(204);
            }
            assertThat(requests)
                    .allSatisfy(request -> assertThat(request.results()).hasSize(1));
        } finally {
            stalled.forEach(RawClient::close);
        }
    }

    private List<AwaitedRequest> requests(int count) {
        return Stream.generate(this::request).limit(count).toList();
    }
}
