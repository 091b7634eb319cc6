package io.github.hlr4j.it.strictness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.callback.CallbackResponse;
import io.github.hlr4j.spi.HlrEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every notification of the tables, posted to a receiver with all formats. */
class NotificationStrictnessTest {

    private static final CallbackKeys KEYS = CallbackKeys.create();
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Correlation REQUEST = new Correlation(1, 2);

    private static final Set<PhoneNumber> ASKED = Stream.concat(
                    Stream.of("+3300000000"), IntStream.range(0, 10).mapToObj(i -> "+3363998000" + i))
            .map(PhoneNumber::parse)
            .collect(Collectors.toSet());

    @TestFactory
    Stream<DynamicTest> notificationsAsFormsAreReadTolerantly() {
        return tests(Table.NOTIFICATIONS_AS_FORMS);
    }

    @TestFactory
    Stream<DynamicTest> notificationsInJsonAreReadTolerantly() {
        return tests(Table.NOTIFICATIONS_IN_JSON);
    }

    @TestFactory
    Stream<DynamicTest> notificationsInXmlAreReadTolerantly() {
        return tests(Table.NOTIFICATIONS_IN_XML);
    }

    private static Stream<DynamicTest> tests(Table table) {
        return table.tests(row -> assertThat(answer(row)).as(row.why()).isEqualTo(row.outcome()));
    }

    private static String answer(Row row) {
        List<HlrNotification> handedOver = new ArrayList<>();
        CallbackReceiver receiver = CallbackReceiver.builder(KEYS, (correlation, results) -> handedOver.addAll(results))
                .requests(correlation -> Optional.of(ASKED))
                .clock(() -> NOW)
                .events(HlrEvents.none())
                .build();
        Optional<String> contentType = Optional.of(row.condition()).filter(type -> !type.equals("-"));
        String path = "/hlr/" + KEYS.sign(REQUEST, NOW.plusSeconds(1));
        Admission admission = receiver.admit(new CallbackRequest("POST", path, contentType, row.body().length));
        CallbackResponse response = admission instanceof Admission.Refused refused
                ? refused.response()
                : ((Admission.Admitted) admission).receive(row.body());
        String results =
                handedOver.stream().map(NotificationStrictnessTest::text).collect(Collectors.joining("; "));
        return (response.status() + " " + results).strip();
    }

    private static String text(HlrNotification result) {
        return Stream.of(
                        Optional.of(result.phone().e164()),
                        Optional.of(result.status()),
                        result.network().map(NetworkCode::digits),
                        result.ported(),
                        result.reportedAt())
                .map(column -> column.map(Object::toString).orElse("-"))
                .collect(Collectors.joining(" "));
    }
}
