package io.github.hlr4j.fuzz;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.callback.CallbackResponse;
import io.github.hlr4j.format.json.JsonFormat;
import io.github.hlr4j.format.xml.XmlFormat;
import io.github.hlr4j.spi.HlrEvents;
import io.github.hlr4j.spi.ResultStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A receiver behind a token that holds, of a request for the numbers of the seeds; it remembers the last hand-over. */
final class OpenDoor {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final Set<PhoneNumber> ASKED = Set.of(
            PhoneNumber.parse("+3300000000"),
            PhoneNumber.parse("+33639980000"),
            PhoneNumber.parse("+33639980001"),
            PhoneNumber.parse("+33639980002"));

    private final Admission.Admitted admitted;
    private List<HlrNotification> handedOver = List.of();

    OpenDoor() {
        CallbackKeys keys = CallbackKeys.create();
        CallbackReceiver receiver = CallbackReceiver.builder(keys, (correlation, results) -> handedOver = results)
                .requests(correlation -> Optional.of(ASKED))
                .store((correlation, results, handOver) -> {
                    handOver.accept(results);
                    return Collections.nCopies(results.size(), ResultStore.Verdict.FIRST);
                })
                .formats(JsonFormat.create(), XmlFormat.create())
                .clock(() -> NOW)
                .events(HlrEvents.none())
                .build();
        String token = keys.sign(new Correlation(1, 2), NOW.plusSeconds(1));
        admitted = (Admission.Admitted) receiver.admit(new CallbackRequest("POST", "/" + token, Optional.empty(), -1));
    }

    CallbackResponse post(byte[] body) {
        handedOver = List.of();
        return admitted.receive(body);
    }

    List<HlrNotification> handedOver() {
        return handedOver;
    }

    boolean asked(List<HlrNotification> results) {
        return results.stream().allMatch(result -> ASKED.contains(result.phone()));
    }
}
