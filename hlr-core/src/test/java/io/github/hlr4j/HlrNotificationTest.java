package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HlrNotificationTest {

    @Test
    void documented_D11_readsTheSampleOfThePage() {
        HlrNotification notification = HlrNotification.fromFields(Map.of(
                "phone", "+3300000000",
                "messageId", "1234-12344-1234-1234",
                "mccMnc", "20815",
                "ported", "1",
                "errorGrpId", "0",
                "errorName", "NO_ERROR ",
                "errorDesc", "No Error",
                "date", "2018-03-05T10:34:52.355+0000"));

        assertThat(notification.phone().e164()).isEqualTo("+3300000000");
        assertThat(notification.messageId()).contains("1234-12344-1234-1234");
        assertThat(notification.network()).contains(new NetworkCode("208", "15"));
        assertThat(notification.ported()).contains(true);
        assertThat(notification.errorGrpId()).contains("0");
        assertThat(notification.errorName()).contains("NO_ERROR");
        assertThat(notification.errorDescription()).contains("No Error");
        assertThat(notification.reportedAt()).contains(Instant.parse("2018-03-05T10:34:52.355Z"));
        assertThat(notification.status()).isEqualTo(HlrStatus.NO_ERROR);
        assertThat(notification.code()).hasValue(0);
        assertThat(notification.reachability()).isEqualTo(Reachability.REACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+33639980001", " 33639980001", "33639980001", "0033639980001", "+33 6 39 98 00 01 "})
    void assumed_A04_readsAPhoneWhosePlusBecameABlankOrWasNeverThere(String phone) {
        assertThat(with("phone", phone).phone().e164()).isEqualTo("+33639980001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2018-03-05T10:34:52.355 0000", "2018-03-05T11:34:52.355 0100", "2018-03-05T11:34:52.355 01:00"})
    void assumed_A04_readsADateWhosePlusBecameABlank(String date) {
        assertThat(with("date", date).reportedAt()).contains(Instant.parse("2018-03-05T10:34:52.355Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03-05T10:34:52.355+0000, 2018-03-05T10:34:52.355Z",
        "2018-03-05T10:34:52+0000, 2018-03-05T10:34:52Z",
        "2018-03-05T10:34:52.123456789Z, 2018-03-05T10:34:52.123456789Z",
        "2018-03-05T10:34Z, 2018-03-05T10:34:00Z",
        "2018-03-05T10:34:52+00:00, 2018-03-05T10:34:52Z",
        "2018-03-05T10:34:52-0000, 2018-03-05T10:34:52Z",
        "2018-03-05T10:34:52+02, 2018-03-05T08:34:52Z",
        "2018-03-05T10:34:52-0530, 2018-03-05T16:04:52Z",
        "' 2018-03-05T10:34:52Z ', 2018-03-05T10:34:52Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void documented_D11_readsDatesWithEveryWayToWriteAnOffset(String date, Instant instant) {
        assertThat(with("date", date).reportedAt()).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2018-03-05",
                "2018-03-05T10:34:52",
                "2018-03-05 10:34",
                "2018-02-30T10:34:52Z",
                "2018-03-05T24:00:00Z",
                "2018-03-05T10:34:52+1900",
                "1969-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "1520246092"
            })
    void assumed_A09_aDateThatCannotBeReadIsAbsent(String date) {
        assertThat(with("date", date).reportedAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "true, true",
        "TRUE, true",
        "Yes, true",
        "' 1 ', true",
        "0, false",
        "false, false",
        "False, false",
        "no, false",
        "'', ",
        "2, ",
        "-1, ",
        "oui, ",
        "null, "
    })
    void assumed_A09_readsPortedAsNumberOrWord(String ported, Boolean expected) {
        assertThat(with("ported", ported).ported().orElse(null)).isEqualTo(expected);
    }

    @Test
    void assumed_A09_needsNothingButAPhone() {
        HlrNotification notification = HlrNotification.fromFields(Map.of("phone", "+33639980001"));

        assertThat(notification.status()).isEqualTo(HlrStatus.UNKNOWN);
        assertThat(notification.code()).isEmpty();
        assertThat(notification.reachability()).isEqualTo(Reachability.UNKNOWN);
        assertThat(notification.errorGrpId()).isEmpty();
        assertThat(notification.errorName()).isEmpty();
        assertThat(notification.errorDescription()).isEmpty();
        assertThat(notification.network()).isEmpty();
        assertThat(notification.ported()).isEmpty();
        assertThat(notification.messageId()).isEmpty();
        assertThat(notification.reportedAt()).isEmpty();
    }

    @Test
    void assumed_A09_aFieldThatIsNullOrBlankIsAbsent() {
        Map<String, String> fields = new HashMap<>();
        fields.put("phone", "+33639980001");
        fields.put("messageId", null);
        fields.put("errorDesc", "  ");

        HlrNotification notification = HlrNotification.fromFields(fields);

        assertThat(notification.messageId()).isEmpty();
        assertThat(notification.errorDescription()).isEmpty();
    }

    @Test
    void assumed_A09_unknownFieldsPass() {
        assertThat(with("operatorName", "Free").phone().e164()).isEqualTo("+33639980001");
    }

    @ParameterizedTest
    @CsvSource({"9999, 9999", "' 9999 ', 9999", "ABC, ", "99999999999, "})
    void assumed_A09_aCodeThatNobodyDocumentsIsKeptRaw(String number, Integer code) {
        HlrNotification notification = HlrNotification.fromFields(
                Map.of("phone", "+33639980001", "errorGrpId", number, "errorName", " EC_OF_NEXT_YEAR "));

        assertThat(notification.status()).isEqualTo(HlrStatus.UNKNOWN);
        assertThat(notification.errorGrpId()).contains(number.strip());
        assertThat(notification.errorName()).contains("EC_OF_NEXT_YEAR");
        assertThat(notification.code().stream().boxed().findFirst().orElse(null))
                .isEqualTo(code);
    }

    @Test
    void assumed_A08_keepsTheRawNumberBesideTheStatusOfTheName() {
        HlrNotification notification = HlrNotification.fromFields(
                Map.of("phone", "+33639980001", "errorGrpId", "1", "errorName", "EC_ABSENT_SUBSCRIBER"));

        assertThat(notification.status()).isEqualTo(HlrStatus.EC_ABSENT_SUBSCRIBER);
        assertThat(notification.code()).hasValue(27);
        assertThat(notification.errorGrpId()).contains("1");
    }

    @ParameterizedTest
    @CsvSource({"20801, 208, 01", "208001, 208, 001", "310260, 310, 260", "' 20820 ', 208, 20"})
    void assumed_A10_readsANetworkOfFiveOrSixDigits(String digits, String mcc, String mnc) {
        assertThat(with("mccMnc", digits).network()).contains(new NetworkCode(mcc, mnc));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "208", "2081", "2081512", "20x15", "null"})
    void assumed_A10_aNetworkThatCannotBeReadIsAbsent(String digits) {
        assertThat(with("mccMnc", digits).network()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | a notification without a phone",
                "'  '                      | a notification without a phone",
                "0639980001                | not a phone number: the first digit after + is 0, no country code begins so",
                "+33639980001,+33639980002 | not a phone number: a ',' that separates two numbers at character 13",
                "none                      | not a phone number: 'n' at character 2"
            })
    void refusesAResultThatBelongsToNobody(String phone, String message) {
        assertThatThrownBy(() -> HlrNotification.fromFields(Map.of("phone", phone, "errorGrpId", "0")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "date, 2020-01-01T00:00:00Z, true",
        "messageId, another, true",
        "errorDesc, another, true",
        "errorGrpId, 7, true",
        "errorName, EC_CALL_BARRED, false",
        "mccMnc, 20801, false",
        "mccMnc, '', false",
        "ported, 0, false",
        "ported, '', false"
    })
    void twoResultsAreTheSameWhereStatusNetworkAndPortedAre(String field, String value, boolean same) {
        HlrNotification other = with(field, value);

        assertThat(other.fingerprint().equals(with("phone", "+33639980001").fingerprint()))
                .isEqualTo(same);
    }

    @Test
    void resultsOfUnknownStatusAreToldApartByWhatArrived() {
        assertThat(unknown("9998", "EC_X").fingerprint())
                .isNotEqualTo(unknown("9999", "EC_X").fingerprint())
                .isNotEqualTo(unknown("9998", "EC_Y").fingerprint())
                .isEqualTo(unknown("9998", "EC_X").fingerprint());
    }

    @Test
    void printsNeitherTheNumberNorTheTextsOfTheService() {
        assertThat(with("date", "2018-03-05T10:34:52Z"))
                .hasToString("HlrNotification[+33*******01, NO_ERROR, network=20815, ported=true,"
                        + " reportedAt=2018-03-05T10:34:52Z]");
        assertThat(HlrNotification.fromFields(Map.of("phone", "+33639980001")))
                .hasToString("HlrNotification[+33*******01, UNKNOWN, network=-, ported=-, reportedAt=-]");
    }

    private static HlrNotification unknown(String number, String name) {
        return HlrNotification.fromFields(Map.of("phone", "+33639980001", "errorGrpId", number, "errorName", name));
    }

    /** A result like the page's sample, with one field changed. */
    private static HlrNotification with(String field, String value) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "phone", "+33639980001", "mccMnc", "20815", "ported", "1", "errorGrpId", "0", "errorName", "NO_ERROR"));
        fields.put(field, value);
        return HlrNotification.fromFields(fields);
    }
}
