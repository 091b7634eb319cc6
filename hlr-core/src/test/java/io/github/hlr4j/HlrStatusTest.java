package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HlrStatusTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, NO_ERROR, UNSPECIFIED, REACHABLE
            1, EC_UNKNOWN_SUBSCRIBER, PERMANENT, INVALID
            5, EC_UNIDENTIFIED_SUBSCRIBER, TEMPORARY, TEMPORARILY_UNREACHABLE
            6, EC_ABSENT_SUBSCRIBER_SM, TEMPORARY, TEMPORARILY_UNREACHABLE
            7, EC_UNKNOWN_EQUIPMENT, TEMPORARY, TEMPORARILY_UNREACHABLE
            8, EC_ROAMING_NOT_ALLOWED, TEMPORARY, TEMPORARILY_UNREACHABLE
            9, EC_ILLEGAL_SUBSCRIBER, PERMANENT, INVALID
            12, EC_ILLEGAL_EQUIPMENT, PERMANENT, INVALID
            13, EC_CALL_BARRED, TEMPORARY, TEMPORARILY_UNREACHABLE
            27, EC_ABSENT_SUBSCRIBER, TEMPORARY, TEMPORARILY_UNREACHABLE
            255, EC_UNKNOWN_ERROR, TEMPORARY, UNKNOWN
            """)
    void documented_D12_knowsTheStatusesOfThePage(
            int code, String name, Permanence permanence, Reachability reachability) {
        HlrStatus status = HlrStatus.decide(name, null);

        assertThat(status.name()).isEqualTo(name);
        assertThat(status.code()).hasValue(code);
        assertThat(HlrStatus.ofCode(code)).isSameAs(status);
        assertThat(status.isDocumented()).isTrue();
        assertThat(status.permanence()).isEqualTo(permanence);
        assertThat(status.reachability()).isEqualTo(reachability);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            10, EC_BEARER_SERVICE_NOT_PROVISIONED, PERMANENT
            11, EC_TELESERVICE_NOT_PROVISIONED, PERMANENT
            20, EC_SS_INCOMPATIBILITY, TEMPORARY
            31, EC_SUBSCRIBER_BUSY_FOR_MT_SMS, TEMPORARY
            32, EC_SM_DELIVERY_FAILURE, TEMPORARY
            33, EC_MESSAGE_WAITING_LIST_FULL, TEMPORARY
            34, EC_SYSTEM_FAILURE, TEMPORARY
            35, EC_DATA_MISSING, TEMPORARY
            36, EC_UNEXPECTED_DATA_VALUE, TEMPORARY
            51, EC_RESOURCE_LIMITATION, PERMANENT
            71, EC_UNKNOWN_ALPHABET, TEMPORARY
            256, EC_SM_DF_MEMORYCAPACITYEXCEEDED, TEMPORARY
            257, EC_SM_DF_EQUIPMENTPROTOCOLERROR, TEMPORARY
            258, EC_SM_DF_EQUIPMENTNOTSM_EQUIPPED, TEMPORARY
            259, EC_SM_DF_UNKNOWNSERVICECENTRE, TEMPORARY
            260, EC_SM_DF_SC_CONGESTION, TEMPORARY
            261, EC_SM_DF_INVALIDSME_ADDRESS, TEMPORARY
            262, EC_SM_DF_SUBSCRIBERNOTSC_SUBSCRIBER, TEMPORARY
            500, EC_PROVIDER_GENERAL_ERROR, TEMPORARY
            501, EC_INVALID_RESPONSE_RECEIVED, TEMPORARY
            502, EC_NO_RESPONSE, TEMPORARY
            503, EC_SERVICE_COMPLETION_FAILURE, TEMPORARY
            504, EC_UNEXPECTED_RESPONSE_FROM_PEER, TEMPORARY
            507, EC_MISTYPED_PARAMETER, TEMPORARY
            508, EC_NOT_SUPPORTED_SERVICE, TEMPORARY
            509, EC_DUPLICATED_INVOKE_ID, TEMPORARY
            1024, EC_OR_APPCONTEXTNOTSUPPORTED, TEMPORARY
            1025, EC_OR_INVALIDDESTINATIONREFERENCE, TEMPORARY
            1026, EC_OR_INVALIDORIGINATINGREFERENCE, TEMPORARY
            1027, EC_OR_ENCAPSULATEDAC_NOTSUPPORTED, TEMPORARY
            1028, EC_OR_TRANSPORTPROTECTIONNOTADEQUATE, TEMPORARY
            1029, EC_OR_NOREASONGIVEN, TEMPORARY
            1030, EC_OR_POTENTIALVERSIONINCOMPATIBILITY, TEMPORARY
            1031, EC_OR_REMOTENODENOTREACHABLE, TEMPORARY
            1152, EC_NNR_NOTRANSLATIONFORANADDRESSOFSUCHNATURE, TEMPORARY
            1153, EC_NNR_NOTRANSLATIONFORTHISSPECIFICADDRESS, TEMPORARY
            1154, EC_NNR_SUBSYSTEMCONGESTION, TEMPORARY
            1155, EC_NNR_SUBSYSTEMFAILURE, TEMPORARY
            1156, EC_NNR_UNEQUIPPEDUSER, TEMPORARY
            1157, EC_NNR_MTPFAILURE, TEMPORARY
            1158, EC_NNR_NETWORKCONGESTION, TEMPORARY
            2048, EC_TIME_OUT, TEMPORARY
            2049, EC_IMSI_BLACKLISTED, PERMANENT
            2050, EC_DEST_ADDRESS_BLACKLISTED, PERMANENT
            2052, EC_BLACKLISTED_DESTINATIONADDRESS, PERMANENT
            2053, EC_BLACKLISTED_SENDERADDRESS, PERMANENT
            4096, EC_INVALID_PDU_FORMAT, PERMANENT
            4100, EC_MESSAGE_CANCELED, PERMANENT
            4101, EC_VALIDITYEXPIRED, PERMANENT
            4102, EC_NOTSUBMITTEDTOSMPPCHANNEL, PERMANENT
            4103, EC_DESTINATION_FLOODING, PERMANENT
            4104, EC_DESTINATION_TXT_FLOODING, PERMANENT
            """)
    void wider_W05_knowsTheStatusesOfTheWiderPages(int code, String name, Permanence permanence) {
        HlrStatus status = HlrStatus.decide(name, null);

        assertThat(status.name()).isEqualTo(name);
        assertThat(status.code()).hasValue(code);
        assertThat(HlrStatus.ofCode(code)).isSameAs(status);
        assertThat(status.isDocumented()).isFalse();
        assertThat(status.permanence()).isEqualTo(permanence);
        assertThat(status.reachability())
                .isEqualTo(
                        permanence == Permanence.TEMPORARY
                                ? Reachability.TEMPORARILY_UNREACHABLE
                                : Reachability.UNKNOWN);
    }

    @Test
    void theTablesAboveNameEveryStatusButTheUnknownOne() {
        assertThat(HlrStatus.values()).hasSize(11 + 52 + 1);
        assertThat(Arrays.stream(HlrStatus.values()).filter(HlrStatus::isDocumented))
                .hasSize(11);
    }

    @Test
    void theUnknownStatusHasNoNumberAndClaimsNothing() {
        assertThat(HlrStatus.UNKNOWN.code()).isEmpty();
        assertThat(HlrStatus.UNKNOWN.permanence()).isEqualTo(Permanence.UNSPECIFIED);
        assertThat(HlrStatus.UNKNOWN.reachability()).isEqualTo(Reachability.UNKNOWN);
        assertThat(HlrStatus.UNKNOWN.isDocumented()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # a group number beside a name: 1 is HANDSET_ERRORS, 2 USER_ERRORS, 3 OPERATOR_ERRORS
            'NO_ERROR ',                0,    NO_ERROR
            EC_ABSENT_SUBSCRIBER,       1,    EC_ABSENT_SUBSCRIBER
            EC_ILLEGAL_EQUIPMENT,       1,    EC_ILLEGAL_EQUIPMENT
            EC_UNKNOWN_SUBSCRIBER,      2,    EC_UNKNOWN_SUBSCRIBER
            EC_CALL_BARRED,             3,    EC_CALL_BARRED
            # case and white space do not count
            ec_call_barred,             ,     EC_CALL_BARRED
            '\tEc_Illegal_Subscriber\n', 0,   EC_ILLEGAL_SUBSCRIBER
            EC_CALL_BARRED,             x,    EC_CALL_BARRED
            # the number decides where the name says nothing
            ,                           27,   EC_ABSENT_SUBSCRIBER
            '',                         1,    EC_UNKNOWN_SUBSCRIBER
            '  ',                       ' 0 ',NO_ERROR
            EC_OF_NEXT_YEAR,            2048, EC_TIME_OUT
            UNKNOWN,                    13,   EC_CALL_BARRED
            # neither does
            EC_OF_NEXT_YEAR,            9999, UNKNOWN
            ,                           ,     UNKNOWN
            ,                           -1,   UNKNOWN
            """)
    void assumed_A08_theNameDecidesAndTheNumberOnlyWhereTheNameIsAbsentOrUnknown(
            String name, String number, HlrStatus status) {
        assertThat(HlrStatus.decide(name, number)).isEqualTo(status);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "null", "0.0", "0x0", "0 0", "zero", "OK", "false", "4294967296", "2147483648"})
    void assumed_A08_aNumberThatCannotBeReadNeverMeansNoError(String number) {
        assertThat(HlrStatus.decide(null, number)).isEqualTo(HlrStatus.UNKNOWN);
        assertThat(HlrStatus.decide("EC_OF_NEXT_YEAR", number)).isEqualTo(HlrStatus.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 2, 3, 4, 254, 4105, Integer.MAX_VALUE})
    void aNumberThatNoPageNamesIsUnknown(int code) {
        assertThat(HlrStatus.ofCode(code)).isEqualTo(HlrStatus.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void namesAreReadTheSameInATurkishDefaultLocale(HlrStatus status) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(HlrStatus.decide(status.name().toLowerCase(Locale.ROOT), null))
                    .isEqualTo(status);
        } finally {
            Locale.setDefault(before);
        }
    }
}
