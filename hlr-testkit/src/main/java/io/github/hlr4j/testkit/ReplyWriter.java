package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.ReplyFormat;
import java.util.Locale;

/** Writes replies, character by character in the shape that the service's page shows (D06 to D09). */
final class ReplyWriter {

    static final String CURRENCY = "EUR";

    private ReplyWriter() {}

    static String write(Reply reply, ReplyFormat format) {
        return switch (format) {
            case JSON -> json(reply);
            case XML -> xml(reply);
        };
    }

    static String contentType(ReplyFormat format) {
        return switch (format) {
            case JSON -> "application/json";
            case XML -> "text/xml; charset=UTF-8";
        };
    }

    private static String json(Reply reply) {
        if (reply instanceof Reply.Accepted accepted) {
            return """
                    {
                        "success": true,
                        "code": %s,
                        "campaign_id": "%s",
                        "number": %s,
                        "cost": %s,
                        "currency": "%s"
                    }""".formatted(
                            accepted.code(),
                            accepted.campaignId(),
                            accepted.numberCount(),
                            accepted.cost().toPlainString(),
                            CURRENCY);
        }
        ApiErrorCode code = ((Reply.Refused) reply).code();
        return """
                {
                    "success": false,
                    "code": %s,
                    "message": "%s"
                }""".formatted(number(code), words(code));
    }

    private static String xml(Reply reply) {
        if (reply instanceof Reply.Accepted accepted) {
            return """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <result>
                        <entry>true</entry>
                        <entry>%s</entry>
                        <entry>
                            <![CDATA[%s]]>
                        </entry>
                        <entry>%s</entry>
                        <entry>%s</entry>
                        <entry>
                            <![CDATA[%s]]>
                        </entry>
                    </result>""".formatted(
                            accepted.code(),
                            accepted.campaignId(),
                            accepted.numberCount(),
                            accepted.cost().toPlainString(),
                            CURRENCY);
        }
        ApiErrorCode code = ((Reply.Refused) reply).code();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <result>
                    <entry>false</entry>
                    <entry>%s</entry>
                    <entry>
                        <![CDATA[%s]]>
                    </entry>
                </result>""".formatted(number(code), words(code));
    }

    private static int number(ApiErrorCode code) {
        return code.number().orElseThrow();
    }

    /** Only the words of code 10 are documented; the others are in their manner. */
    private static String words(ApiErrorCode code) {
        return switch (code) {
            case API_KEY_REQUIRED -> "Clé API obligatoire";
            case PHONE_NUMBER_REQUIRED -> "Numéro de téléphone obligatoire";
            case NUMBERS_NOT_SEPARATED, COMMA_REQUIRED -> "Les numéros doivent être séparés par des virgules";
            case INVALID_API_KEY -> "Clé API incorrecte";
            case INSUFFICIENT_CREDIT -> "Crédit insuffisant";
            case NO_PRICE -> "Aucun tarif pour cette destination";
            case NUMBER_ON_STOP_LIST -> "Numéro présent dans la liste STOP";
            case ACCOUNT_DISABLED -> "Compte désactivé";
            case ACCOUNT_BLOCKED -> "Compte bloqué";
            case ACCESS_DENIED -> "Accès à l'API refusé";
            case TOO_MANY_NUMBERS -> "500 numéros au maximum par requête";
            case NO_NUMBER -> "Aucun numéro";
            case MALFORMED_JSON -> "JSON mal formé";
            case IP_NOT_AUTHORISED -> "Adresse IP non autorisée";
            case UNKNOWN -> code.name().toLowerCase(Locale.ROOT);
        };
    }
}
