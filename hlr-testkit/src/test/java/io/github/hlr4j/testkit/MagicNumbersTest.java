package io.github.hlr4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MagicNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+33639980000, NO_ERROR",
        "+33639980001, EC_UNKNOWN_SUBSCRIBER",
        "+33639980027, EC_ABSENT_SUBSCRIBER",
        "+33639980255, EC_UNKNOWN_ERROR",
        "+33639984104, EC_DESTINATION_TXT_FLOODING",
        "+33639989999, NO_ERROR",
        "+33639980002, NO_ERROR",
        "+3300000000, NO_ERROR",
        "+33639990001, EC_UNKNOWN_SUBSCRIBER",
    })
    void theLastFourDigitsAreTheCodeOfTheStatus(String number, HlrStatus status) {
        assertThat(MagicNumbers.statusOf(new PhoneNumber(number))).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void documented_D12_everyStatusHasAFixtureNumber(HlrStatus status) {
        PhoneNumber number = MagicNumbers.numberFor(status);

        assertThat(number.e164()).matches("\\+3363998\\d{4}");
        assertThat(MagicNumbers.statusOf(number)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "+33639980000, 20801, false",
        "+33639980011, 20810, true",
        "+33639980022, 20815, false",
        "+33639980033, 20820, true",
        "+33639980098, 20801, true",
    })
    void assumed_A10_theLastTwoDigitsChooseNetworkAndPorting(String number, String network, boolean ported) {
        PhoneNumber phone = new PhoneNumber(number);

        assertThat(MagicNumbers.networkOf(phone).digits()).isEqualTo(network);
        assertThat(MagicNumbers.isPorted(phone)).isEqualTo(ported);
    }

    @Test
    void documented_D12_theTableShowsEachDocumentedStatusWithItsNumber() {
        assertThat(MagicNumbers.table()).isEqualTo("""
                +33639980000    0  NO_ERROR
                +33639980001    1  EC_UNKNOWN_SUBSCRIBER
                +33639980005    5  EC_UNIDENTIFIED_SUBSCRIBER
                +33639980006    6  EC_ABSENT_SUBSCRIBER_SM
                +33639980007    7  EC_UNKNOWN_EQUIPMENT
                +33639980008    8  EC_ROAMING_NOT_ALLOWED
                +33639980009    9  EC_ILLEGAL_SUBSCRIBER
                +33639980012   12  EC_ILLEGAL_EQUIPMENT
                +33639980013   13  EC_CALL_BARRED
                +33639980027   27  EC_ABSENT_SUBSCRIBER
                +33639980255  255  EC_UNKNOWN_ERROR""");
    }
}
