package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the fields of a form mean once they reach the handler. */
abstract class FieldRules extends BodyRules {

    private static final String PHONE = "phone=%2B33639980001";

    @TestFactory
    final Stream<DynamicTest> assumed_A04_aPlusThatWasNotEscapedIsRead() {
        return Stream.of("phone=+33639980001", "phone=33639980001", "phone=+33 6 39 98 00 01")
                .map(phone -> dynamicTest(phone, () -> {
                    HlrNotification result = taken(phone + "&date=2018-03-05T10:34:52.355+0000");

                    assertThat(result.phone()).isEqualTo(PhoneNumber.parse("+33639980001"));
                    assertThat(result.reportedAt()).contains(Instant.parse("2018-03-05T10:34:52.355Z"));
                }));
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A08_anErrorThatIsAbsentOrUnreadableIsNeverNoError() {
        return Stream.of(
                        "",
                        "&errorGrpId",
                        "&errorGrpId=",
                        "&errorGrpId=+",
                        "&errorGrpId=null",
                        "&errorGrpId=false",
                        "&errorGrpId=0x0",
                        "&errorGrpId=0.0",
                        "&errorGrpId=%00",
                        "&errorGrpId=%D9%A0",
                        "&errorGrpId=4294967296",
                        "&errorgrpid=0",
                        "&errorName=",
                        "&errorName=NO+ERROR",
                        "&errorDesc=No+Error")
                .map(rest -> dynamicTest("the phone" + rest, () -> {
                    HlrNotification result = taken(PHONE + rest);

                    assertThat(result.status()).isEqualTo(HlrStatus.UNKNOWN);
                }));
    }

    @Test
    final void assumed_A08_theNameDecidesAndTheNumberIsKept() {
        HlrNotification result = taken(PHONE + "&errorGrpId=1&errorName=+no_error+");

        assertThat(result.status()).isEqualTo(HlrStatus.NO_ERROR);
        assertThat(result.errorGrpId()).contains("1");
    }

    @Test
    final void assumed_A09_unknownFieldsPassAndUnknownCodesAreKept() {
        HlrNotification result = taken(PHONE + "&errorGrpId=0777&errorName=EC_NEW&newField=1");

        assertThat(result.status()).isEqualTo(HlrStatus.UNKNOWN);
        assertThat(result.errorGrpId()).contains("0777");
        assertThat(result.errorName()).contains("EC_NEW");
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A10_aNetworkIsCountryAndTwoOrThreeDigitsOrAbsent() {
        return Stream.of(
                network("20801", "20801"),
                network("208001", "208001"),
                network("", "absent"),
                network("208", "absent"),
                network("2080001", "absent"));
    }

    private DynamicTest network(String mccMnc, String expected) {
        return dynamicTest("mccMnc=" + mccMnc, () -> {
            HlrNotification result = taken(PHONE + "&mccMnc=" + mccMnc);

            assertThat(result.network().map(NetworkCode::digits).orElse("absent"))
                    .isEqualTo(expected);
        });
    }

    @TestFactory
    final Stream<DynamicTest> aFormWithoutAPhoneIs400() {
        return Stream.of(
                        "",
                        "=",
                        "&",
                        "phone",
                        "phone=",
                        "phone=nobody",
                        "errorName=NO_ERROR",
                        PHONE + "&phone=33639980002")
                .map(form -> dynamicTest("the form " + form, () -> {
                    AwaitedRequest request = request();

                    assertThat(post(request, form)).isEqualTo(400);
                    assertThat(request.calls()).isEmpty();
                }));
    }

    @Test
    final void theQueryNeverCountsAsFields() {
        AwaitedRequest request = request();
        String target = request.target() + "?phone=%2B33639980002&errorGrpId=0&errorName=NO_ERROR";

        assertThat(postTo(target, "errorDesc=none").status()).isEqualTo(400);
        assertThat(postTo(target, PHONE).status()).isEqualTo(204);
        assertThat(request.results()).singleElement().satisfies(result -> {
            assertThat(result.phone()).isEqualTo(PhoneNumber.parse("+33639980001"));
            assertThat(result.status()).isEqualTo(HlrStatus.UNKNOWN);
            assertThat(result.errorGrpId()).isEmpty();
        });
    }

    private HlrNotification taken(String form) {
        AwaitedRequest request = request();

        assertThat(post(request, form)).isEqualTo(204);
        assertThat(request.results()).hasSize(1);
        return request.results().get(0);
    }
}
