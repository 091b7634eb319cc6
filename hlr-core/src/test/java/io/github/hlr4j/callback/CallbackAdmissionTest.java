package io.github.hlr4j.callback;

import static io.github.hlr4j.callback.CallbackResponse.NOT_FOUND;
import static io.github.hlr4j.callback.CallbackResponse.TOO_LARGE;
import static io.github.hlr4j.callback.CallbackResponse.UNSUPPORTED_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.spi.HlrEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver decides before a byte of the body is read. */
class CallbackAdmissionTest {

    private static final Instant NOW = Instant.parse("2018-03-05T10:34:52Z");
    private static final Correlation REQUEST = new Correlation(1, 2);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final CallbackKeys keys = CallbackKeys.create();
    private final List<HlrEvent> events = new ArrayList<>();
    private final String token = keys.sign(REQUEST, NOW.plusSeconds(60));
    private final CallbackReceiver receiver = CallbackReceiver.builder(keys, (request, results) -> {})
            .clock(InstantSource.fixed(NOW))
            .events(events::add)
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # method | path            | type                     | announced | answer
            POST     | /hlr/TOKEN      | application/json         | 10        | -
            POST     | /TOKEN          | -                        | -1        | -
            POST     | TOKEN           | text/plain;charset=utf-8 | 262144    | -
            GET      | /hlr/TOKEN      | -                        | -1        | METHOD_NOT_ALLOWED
            post     | /hlr/TOKEN      | -                        | -1        | METHOD_NOT_ALLOWED
            POST     | /hlr/TOKEN/     | -                        | -1        | NOT_FOUND
            POST     | /hlr/TOKEN/more | -                        | -1        | NOT_FOUND
            POST     | /hlr            | -                        | -1        | NOT_FOUND
            POST     | /               | -                        | -1        | NOT_FOUND
            POST     | ''              | -                        | -1        | NOT_FOUND
            POST     | /hlr/xTOKEN     | -                        | -1        | NOT_FOUND
            POST     | /hlr/TOKEN?x=y  | -                        | -1        | NOT_FOUND
            POST     | /hlr/TOKEN      | -                        | 262145    | TOO_LARGE
            POST     | /hlr/TOKEN      | image/png                | -1        | UNSUPPORTED_TYPE
            # the first of two faults is answered: method, token, announced size, type
            PUT      | /nothing        | image/png                | 262145    | METHOD_NOT_ALLOWED
            POST     | /nothing        | image/png                | 262145    | NOT_FOUND
            POST     | /hlr/TOKEN      | image/png                | 262145    | TOO_LARGE
            """)
    void looksAtMethodTokenSizeAndTypeInThisOrder(
            String method, String path, String type, long announced, CallbackResponse answer) {
        Admission admission = receiver.admit(
                new CallbackRequest(method, path.replace("TOKEN", token), Optional.ofNullable(type), announced));

        if (answer == null) {
            assertThat(admission).isInstanceOf(Admission.Admitted.class);
            assertThat(events).isEmpty();
        } else {
            assertThat(admission).isEqualTo(new Admission.Refused(answer));
            assertThat(events).singleElement().isInstanceOfSatisfying(HlrEvent.NotificationRefused.class, event -> {
                assertThat(event.httpStatus()).isEqualTo(answer.status());
                assertThat(event.correlation().isPresent())
                        .isEqualTo(answer == TOO_LARGE || answer == UNSUPPORTED_TYPE);
            });
        }
    }

    @Test
    void anExpiredAddressIsNotFound() {
        String expired = keys.sign(REQUEST, NOW);

        assertThat(receiver.admit(new CallbackRequest("POST", "/" + expired, Optional.of(FORM), 10)))
                .isEqualTo(new Admission.Refused(NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "application/x-www-form-urlencoded",
                "application/json",
                "Application/JSON; charset=utf-8",
                "text/json",
                "application/xml",
                "text/xml ; charset=x",
                "text/plain",
                "application/octet-stream",
                "application/hal+json",
                "application/soap+xml"
            })
    void assumed_A03_noContentTypeThatMayStandAboveANotificationIsRefused(String type) {
        assertThat(receiver.admit(new CallbackRequest("POST", token, Optional.of(type), -1)))
                .isInstanceOf(Admission.Admitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "multipart/form-data; boundary=x", "json", "application/jsonp", "*/*"})
    void assumed_A03_aContentTypeThatCannotBeOneIsRefused(String type) {
        assertThat(receiver.admit(new CallbackRequest("POST", token, Optional.of(type), -1)))
                .isEqualTo(new Admission.Refused(UNSUPPORTED_TYPE));
    }

    @Test
    void readsNoMoreOfABodyThanIsNeededToSeeThatItIsTooLarge() {
        assertThat(((Admission.Admitted) receiver.admit(new CallbackRequest("POST", token, Optional.of(FORM), -1)))
                        .maxBytes())
                .isEqualTo(256 * 1024);
    }
}
