package io.github.hlr4j.cli;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.NumberResult;
import java.time.Instant;
import java.util.Optional;

/** One line of a result: a number, the request that asked about it, and its answer where one came. */
record ResultRow(PhoneNumber phone, Optional<HlrNotification> answer, Optional<CampaignId> campaign) {

    static ResultRow of(NumberResult result) {
        return new ResultRow(result.phone(), result.result(), result.campaign());
    }

    /** The names of the columns, in their order; scripts depend on them. */
    enum Column {
        PHONE("phone"),
        STATUS("status"),
        CODE("code"),
        REACHABILITY("reachability"),
        MCCMNC("mccmnc"),
        COUNTRY("country"),
        PORTED("ported"),
        REPORTED_AT("reported_at"),
        MESSAGE_ID("message_id"),
        CAMPAIGN_ID("campaign_id"),
        ERROR_NAME("error_name");

        private final String title;

        Column(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** The cell as text; empty where nothing is known. */
    String text(Column column) {
        return switch (column) {
            case PHONE -> phone.e164();
            case STATUS -> answer.map(a -> a.status().name()).orElse("");
            case CODE -> answer.map(ResultRow::code).orElse("");
            case REACHABILITY -> answer.map(a -> a.reachability().name()).orElse("");
            case MCCMNC ->
                answer.flatMap(HlrNotification::network)
                        .map(NetworkCode::digits)
                        .orElse("");
            case COUNTRY ->
                answer.flatMap(HlrNotification::network)
                        .flatMap(NetworkCode::country)
                        .orElse("");
            case PORTED ->
                answer.flatMap(HlrNotification::ported).map(Object::toString).orElse("");
            case REPORTED_AT ->
                answer.flatMap(HlrNotification::reportedAt)
                        .map(Instant::toString)
                        .orElse("");
            case MESSAGE_ID -> answer.flatMap(HlrNotification::messageId).orElse("");
            case CAMPAIGN_ID -> campaign.map(CampaignId::value).orElse("");
            case ERROR_NAME -> answer.flatMap(HlrNotification::errorName).orElse("");
        };
    }

    private static String code(HlrNotification answer) {
        return answer.code().isPresent()
                ? Integer.toString(answer.code().getAsInt())
                : answer.errorGrpId().orElse("");
    }
}
