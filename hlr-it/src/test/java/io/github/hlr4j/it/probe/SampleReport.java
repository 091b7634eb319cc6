package io.github.hlr4j.it.probe;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Cost;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.cli.report.ReportPage;
import io.github.hlr4j.cli.report.ResultTally;
import io.github.hlr4j.cli.report.RunFacts;
import io.github.hlr4j.cli.report.RunFacts.Answers;
import io.github.hlr4j.cli.report.RunFacts.Batches;
import io.github.hlr4j.cli.report.RunFacts.Input;
import io.github.hlr4j.cli.report.RunFacts.Money;
import io.github.hlr4j.cli.report.RunFacts.OpenBatch;
import io.github.hlr4j.cli.report.RunFacts.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the report of an imagined run of ten million numbers, result by result. */
public final class SampleReport {

    private static final Instant BEGIN = Instant.parse("2026-11-24T08:00:00Z");

    /** How many results of a status, on which network, and how many of them ported. */
    private record Share(long count, HlrStatus status, String network, boolean ported) {}

    private static final List<Share> ANSWERS = List.of(
            new Share(2_310_402, HlrStatus.NO_ERROR, "20801", false),
            new Share(401_877, HlrStatus.NO_ERROR, "20801", true),
            new Share(1_502_118, HlrStatus.NO_ERROR, "20810", false),
            new Share(322_904, HlrStatus.NO_ERROR, "20810", true),
            new Share(1_021_771, HlrStatus.NO_ERROR, "20820", false),
            new Share(298_013, HlrStatus.NO_ERROR, "20820", true),
            new Share(902_377, HlrStatus.NO_ERROR, "20815", false),
            new Share(611_045, HlrStatus.NO_ERROR, "20815", true),
            new Share(41_227, HlrStatus.NO_ERROR, "20826", false),
            new Share(38_114, HlrStatus.NO_ERROR, "20601", false),
            new Share(21_009, HlrStatus.NO_ERROR, "22801", false),
            new Share(14_310, HlrStatus.NO_ERROR, "26201", false),
            new Share(9_118, HlrStatus.NO_ERROR, "21407", false),
            new Share(8_202, HlrStatus.NO_ERROR, "22201", false),
            new Share(6_431, HlrStatus.NO_ERROR, "64700", false),
            new Share(5_120, HlrStatus.NO_ERROR, "34001", false),
            new Share(4_902, HlrStatus.NO_ERROR, "27001", false),
            new Share(3_077, HlrStatus.NO_ERROR, "26801", false),
            new Share(2_204, HlrStatus.NO_ERROR, "60400", false),
            new Share(1_208, HlrStatus.NO_ERROR, "310260", false),
            new Share(407, HlrStatus.NO_ERROR, "23415", false),
            new Share(88, HlrStatus.NO_ERROR, "20404", false),
            new Share(1_104_219, HlrStatus.EC_UNKNOWN_SUBSCRIBER, "", false),
            new Share(412_080, HlrStatus.EC_ABSENT_SUBSCRIBER, "20801", false),
            new Share(381_006, HlrStatus.EC_ABSENT_SUBSCRIBER, "20810", false),
            new Share(203_441, HlrStatus.EC_ABSENT_SUBSCRIBER_SM, "20820", true),
            new Share(88_120, HlrStatus.EC_UNIDENTIFIED_SUBSCRIBER, "20815", false),
            new Share(61_409, HlrStatus.EC_UNKNOWN_ERROR, "", false),
            new Share(22_310, HlrStatus.EC_CALL_BARRED, "20801", false),
            new Share(18_204, HlrStatus.EC_ROAMING_NOT_ALLOWED, "22801", false),
            new Share(7_002, HlrStatus.EC_ILLEGAL_SUBSCRIBER, "20810", false),
            new Share(2_117, HlrStatus.EC_TIME_OUT, "", false),
            new Share(1_940, HlrStatus.EC_SUBSCRIBER_BUSY_FOR_MT_SMS, "20815", false),
            new Share(611, HlrStatus.EC_ILLEGAL_EQUIPMENT, "20801", false),
            new Share(301, HlrStatus.EC_TELESERVICE_NOT_PROVISIONED, "20820", false),
            new Share(44, HlrStatus.EC_NNR_NOTRANSLATIONFORANADDRESSOFSUCHNATURE, "", false),
            new Share(9, HlrStatus.UNKNOWN, "90115", false));

    private SampleReport() {}

    /**
     * Writes the page.
     *
     * @param arguments the file
     */
    public static void main(String[] arguments) throws IOException {
        ResultTally tally = new ResultTally();
        for (Share share : ANSWERS) {
            HlrNotification result = result(share);
            for (long i = 0; i < share.count(); i++) {
                tally.add(result);
            }
        }
        Files.writeString(Path.of(arguments[0]), ReportPage.of(facts(tally.total()), tally));
        System.out.println(tally.total() + " results");
    }

    private static RunFacts facts(long answered) {
        long accepted = 19_960 * 500L;
        return new RunFacts(
                Optional.of("customers-2026-11"),
                BEGIN.plusSeconds(4_140).atZone(ZoneId.of("Europe/Paris")),
                "api.smspartner.fr",
                true,
                "All batches were tried; the wait for answers ended after 2 minutes.",
                new Input(10_000_000, 41_307, 1_882),
                Map.of(
                        Standing.ACCEPTED, new Batches(19_960, accepted),
                        Standing.UNCONFIRMED, new Batches(37, 18_500),
                        Standing.REJECTED, new Batches(3, 1_500)),
                new Money(Cost.of("49900", "EUR"), Cost.of("92.5", "EUR"), Optional.of(Cost.of("50000", "EUR"))),
                new Answers(answered, accepted - answered),
                open());
    }

    private static List<OpenBatch> open() {
        List<OpenBatch> open = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            open.add(new OpenBatch(
                    4_117 + i * (i < 30 ? 1 : 400),
                    500,
                    Cost.of("2.5", "EUR"),
                    BEGIN.plusSeconds(700 + i * 9L),
                    Standing.UNCONFIRMED,
                    i < 30
                            ? "no complete reply came within 30 seconds"
                            : "the service answered with HTTP status 502, which says nothing about the request",
                    Optional.empty()));
        }
        for (int i = 0; i < 3; i++) {
            open.add(new OpenBatch(
                    11_003 + i,
                    500,
                    Cost.of("0", "EUR"),
                    BEGIN.plusSeconds(1_900 + i),
                    Standing.REJECTED,
                    "NUMBER_ON_STOP_LIST (14: Le numéro +33639980014 est dans la liste <STOP>)",
                    Optional.of(CampaignId.of("HLR011003"))));
        }
        return open;
    }

    private static HlrNotification result(Share share) {
        return HlrNotification.fromFields(Map.of(
                "phone",
                "+33639980000",
                "errorName",
                share.status() == HlrStatus.UNKNOWN ? "EC_NEW" : share.status().name(),
                "mccMnc",
                share.network(),
                "ported",
                share.network().isEmpty() ? "" : share.ported() ? "1" : "0"));
    }
}
