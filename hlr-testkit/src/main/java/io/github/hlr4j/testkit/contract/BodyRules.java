package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.contract.NotificationBodies.PAGE_MEANING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.testkit.contract.NotificationBodies.Field;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Which bodies are read, and under which types. */
abstract class BodyRules extends AdmissionRules {

    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    @Test
    final void documented_D11_theSampleOfThePageReachesTheHandler() {
        AwaitedRequest request = request();

        assertThat(post(request, NotificationEncoding.FORM.bodies().pageSample()))
                .isEqualTo(204);
        assertThat(request.results()).containsExactly(PAGE_MEANING);
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A03_aFormIsReadAsUtf8UnderEveryTypeThatMayStandAboveIt() {
        return Stream.of(
                        FORM_TYPE,
                        FORM_TYPE + ";charset=UTF-8",
                        FORM_TYPE + "; charset=\"iso-8859-1\"",
                        FORM_TYPE + "; charset=unheard-of",
                        "Application/X-WWW-Form-URLEncoded",
                        "application/json",
                        "text/xml; charset=us-ascii",
                        "text/plain",
                        "application/octet-stream",
                        "")
                .map(type -> under(type, "a form", () -> {
                    AwaitedRequest request = request();

                    assertThat(post(request, type, GOOD + "&errorDesc=Num%C3%A9ro"))
                            .isEqualTo(204);
                    assertThat(request.results()).singleElement().satisfies(result -> {
                        assertThat(result.status()).isEqualTo(HlrStatus.NO_ERROR);
                        assertThat(result.errorDescription()).contains("Num\u00E9ro");
                    });
                }));
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A03_aTypeThatCannotStandAboveANotificationIs415() {
        return Stream.of("multipart/form-data; boundary=x", "text/html", "image/png", "form")
                .map(type -> under(type, "a form", () -> {
                    AwaitedRequest request = request();

                    assertThat(post(request, type, GOOD)).isEqualTo(415);
                    assertThat(request.calls()).isEmpty();
                }));
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A03_aFormatIsReadUnderEveryTypeWhereItsModuleIsDeployedAndIs415Elsewhere() {
        return formatsOfModules()
                .flatMap(format -> Stream.of("application/json", "text/xml; charset=utf-8", "text/plain", FORM_TYPE, "")
                        .map(type -> under(type, format.name(), () -> {
                            AwaitedRequest request = request();

                            assertThat(post(request, type, format.bodies().pageSample()))
                                    .isEqualTo(whereDeployed(format, 204));
                            assertThat(request.results())
                                    .isEqualTo(isDeployed(format) ? List.of(PAGE_MEANING) : List.of());
                        })));
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A03_theResultsOfOneBodyAreHandedOverTogetherInTheirOrder() {
        return formatsOfModules()
                .map(format -> dynamicTest(format.name(), () -> {
                    AwaitedRequest request = request();
                    String body = results(format, "+33639980002", "+33639980001", "+33639980002", "+33639980003");

                    assertThat(post(request, FORM_TYPE, body)).isEqualTo(whereDeployed(format, 204));
                    assertThat(request.calls()).hasSize(isDeployed(format) ? 1 : 0);
                    assertThat(request.results())
                            .extracting(HlrNotification::phone)
                            .isEqualTo(isDeployed(format) ? phones(2, 1, 3) : List.of());
                }));
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A03_oneResultThatCannotBeReadRefusesTheWholeBody() {
        return formatsOfModules()
                .map(format -> dynamicTest(format.name(), () -> {
                    AwaitedRequest request = request();
                    String body = results(format, "+33639980001", "nobody");

                    assertThat(post(request, FORM_TYPE, body)).isEqualTo(whereDeployed(format, 400));
                    assertThat(request.calls()).isEmpty();
                }));
    }

    static Stream<NotificationEncoding> formatsOfModules() {
        return Stream.of(NotificationEncoding.JSON, NotificationEncoding.XML);
    }

    final boolean isDeployed(NotificationEncoding format) {
        return format == NotificationEncoding.FORM || formats().contains(format);
    }

    final int whereDeployed(NotificationEncoding format, int status) {
        return isDeployed(format) ? status : 415;
    }

    private int post(AwaitedRequest request, String type, String body) {
        String length = "Content-Length: " + body.length();
        CallbackAnswer answer = type.isEmpty()
                ? ask("POST", request.target(), body, length)
                : ask("POST", request.target(), body, "Content-Type: " + type, length);
        return answer.status();
    }

    private static String results(NotificationEncoding format, String... phones) {
        return format.bodies()
                .many(Stream.of(phones)
                        .map(phone -> List.of(new Field("phone", phone), new Field("errorGrpId", "0")))
                        .toList())
                .orElseThrow();
    }

    private static List<PhoneNumber> phones(int... lastDigits) {
        return IntStream.of(lastDigits)
                .mapToObj(digit -> PhoneNumber.parse("+3363998000" + digit))
                .toList();
    }

    private static DynamicTest under(String type, String what, Executable test) {
        return dynamicTest(what + " under " + (type.isEmpty() ? "no type" : type), test);
    }
}
