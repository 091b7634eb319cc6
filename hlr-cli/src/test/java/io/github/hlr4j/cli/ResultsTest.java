package io.github.hlr4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private static final String PHONE = "+33639980001";

    @Test
    void aStatusThatNobodyDocumentsKeepsWhatArrived() throws IOException {
        assertThat(csv(Map.of("phone", PHONE, "errorGrpId", "777", "errorName", "EC_NEW ")))
                .isEqualTo(PHONE + ",UNKNOWN,777,UNKNOWN,,,,,,HLR1,EC_NEW\n");
        assertThat(csv(Map.of("phone", PHONE, "errorGrpId", "seven")))
                .isEqualTo(PHONE + ",UNKNOWN,seven,UNKNOWN,,,,,,HLR1,\n");
    }

    @Test
    void foreignTextNeverBecomesAFormula() throws IOException {
        assertThat(csv(Map.of("phone", PHONE, "messageId", "=1+1", "errorName", "@x")))
                .isEqualTo(PHONE + ",UNKNOWN,,UNKNOWN,,,,,'=1+1,HLR1,'@x\n");
    }

    @Test
    void aFormulaThatBeginsLikeANumberIsOneAllTheSame() throws IOException {
        assertThat(csv(Map.of("phone", PHONE, "messageId", "+1+cmd|x", "errorName", "+33 6 39")))
                .isEqualTo(PHONE + ",UNKNOWN,,UNKNOWN,,,,,'+1+cmd|x,HLR1,+33 6 39\n");
    }

    @Test
    void foreignTextStaysInItsCell() throws IOException {
        assertThat(csv(Map.of("phone", PHONE, "messageId", "a,\"b\"\nc")))
                .isEqualTo(PHONE + ",UNKNOWN,,UNKNOWN,,,,,\"a,\"\"b\"\"\nc\",HLR1,\n");
    }

    @Test
    void jsonLinesAreTypedAndNullWhereNothingIsKnown() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonLinesResults results = new JsonLinesResults(text)) {
            results.write(row(Map.of("phone", PHONE, "errorGrpId", "6", "ported", "0", "mccMnc", "310260")));
            results.write(new ResultRow(PhoneNumber.parse(PHONE), Optional.empty(), Optional.empty()));
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "{\"phone\":\"+33639980001\",\"status\":\"EC_ABSENT_SUBSCRIBER_SM\",\"code\":6,"
                                + "\"reachability\":\"TEMPORARILY_UNREACHABLE\",\"mccmnc\":\"310260\",\"country\":\"US\","
                                + "\"ported\":false,\"reported_at\":null,\"message_id\":null,\"campaign_id\":\"HLR1\","
                                + "\"error_name\":null}",
                        "{\"phone\":\"+33639980001\",\"status\":null,\"code\":null,\"reachability\":null,\"mccmnc\":null,"
                                + "\"country\":null,\"ported\":null,\"reported_at\":null,\"message_id\":null,"
                                + "\"campaign_id\":null,\"error_name\":null}");
    }

    private static String csv(Map<String, String> fields) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvResults results = new CsvResults(text, false)) {
            results.write(row(fields));
        }
        return text.toString();
    }

    private static ResultRow row(Map<String, String> fields) {
        HlrNotification answer = HlrNotification.fromFields(fields);
        return new ResultRow(answer.phone(), Optional.of(answer), Optional.of(CampaignId.of("HLR1")));
    }
}
