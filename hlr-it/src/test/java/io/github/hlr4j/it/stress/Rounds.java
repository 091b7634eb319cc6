package io.github.hlr4j.it.stress;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.callback.CallbackResponse;
import io.github.hlr4j.callback.PendingVerification;
import io.github.hlr4j.callback.Verifications;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.RequestQuota.Usage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Races that have one right end each, however they go. A round returns true where it came to that. */
final class Rounds {

    private static final List<PhoneNumber> NUMBERS = IntStream.range(0, 4)
            .mapToObj(i -> PhoneNumber.parse("+3363998000" + i))
            .toList();
    private static final String REPLY = """
            {"success": true, "code": 200, "campaign_id": "HLR1", "number": 4, "cost": 0.02, "currency": "EUR"}""";
    private static final int IN_FLIGHT = 3;
    private static final int CALLERS = 8;

    private final Race race;
    private final Random random;

    Rounds(ExecutorService executor, long seed) {
        this.race = new Race(executor);
        this.random = new Random(seed);
    }

    /** Permits are taken and given back at once: never more are out than may be, and none is lost. */
    boolean quota() {
        SlotQuota quota = SlotQuota.builder()
                .rate(new Rate(10_000, Duration.ofMillis(1)))
                .maxInFlight(IN_FLIGHT)
                .build();
        AtomicInteger out = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Callable<Boolean>> callers = Collections.nCopies(CALLERS, () -> {
            Permit permit = quota.acquire(Duration.ofSeconds(20));
            most.accumulateAndGet(out.incrementAndGet(), Math::max);
            out.decrementAndGet();
            permit.release(Usage.ANSWERED);
            return true;
        });
        return race.run(callers).stream().allMatch(Boolean::booleanValue) && most.get() <= IN_FLIGHT && out.get() == 0;
    }

    /** Answers arrive twice, at the same time as each other and before the reply: each counts once, and everybody who waits learns it. */
    boolean pendingResults() {
        Map<String, AtomicInteger> handled = new ConcurrentHashMap<>();
        CompletableFuture<URI> sent = new CompletableFuture<>();
        CompletableFuture<Void> answered = new CompletableFuture<>();
        HttpTransport transport = post -> {
            sent.complete(addressIn(new String(post.body(), StandardCharsets.UTF_8)));
            answered.join();
            return new HttpReply(
                    200, Map.of("Content-Type", "application/json"), REPLY.getBytes(StandardCharsets.UTF_8));
        };
        try (HlrClient hlr =
                HlrClient.builder(ApiKey.of("sandbox-key")).transport(transport).build()) {
            Verifications verifications = Verifications.builder(hlr)
                    .at(URI.create("https://app.example/hlr"))
                    .handler((correlation, results) -> results.forEach(
                            result -> handled.computeIfAbsent(result.phone().e164(), phone -> new AtomicInteger())
                                    .incrementAndGet()))
                    .build();
            List<Callable<Boolean>> runners = new ArrayList<>();
            runners.add(() -> {
                PendingVerification pending = verifications.start(VerificationRequest.of(NUMBERS));
                Map<PhoneNumber, HlrNotification> all = pending.all().join();
                return all.size() == NUMBERS.size()
                        && pending.missing().isEmpty()
                        && pending.submission() instanceof Submission.Accepted;
            });
            for (PhoneNumber number : NUMBERS) {
                Callable<Boolean> posting =
                        () -> post(verifications.receiver(), sent.join(), number) == CallbackResponse.TAKEN;
                runners.addAll(List.of(posting, posting));
            }
            runners.add(() -> answered.complete(null));
            Collections.shuffle(runners, random);
            return race.run(runners).stream().allMatch(Boolean::booleanValue)
                    && handled.size() == NUMBERS.size()
                    && handled.values().stream().allMatch(count -> count.get() == 1);
        }
    }

    private static URI addressIn(String json) {
        int start = json.indexOf("https:");
        return URI.create(json.substring(start, json.indexOf('"', start)).replace("\\/", "/"));
    }

    private static CallbackResponse post(CallbackReceiver receiver, URI address, PhoneNumber number) {
        byte[] body = ("phone=%2B" + number.e164().substring(1) + "&errorGrpId=0&ported=0")
                .getBytes(StandardCharsets.US_ASCII);
        CallbackRequest request = new CallbackRequest(
                "POST", address.getPath(), Optional.of("application/x-www-form-urlencoded"), body.length);
        Admission admission = receiver.admit(request);
        return admission instanceof Admission.Admitted admitted
                ? admitted.receive(body)
                : ((Admission.Refused) admission).response();
    }
}
