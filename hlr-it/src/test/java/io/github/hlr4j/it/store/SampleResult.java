package io.github.hlr4j.it.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One of any number of results, each of another request or number, a hundred of them a request. */
record SampleResult(int index) {

    private static final int NUMBERS_OF_A_REQUEST = 100;
    private static final int FIXTURE_NUMBERS = 10_000;
    private static final List<String> STATUSES = List.of("0", "1", "5", "6", "9", "13", "27");
    private static final List<String> NETWORKS = List.of("20801", "20810", "20820");

    Correlation correlation() {
        return new Correlation(index / NUMBERS_OF_A_REQUEST, 0);
    }

    /** The body that the service would post. */
    String form() {
        return fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    TakenResult taken() {
        return TakenResult.of(correlation(), HlrNotification.fromFields(fields()));
    }

    private Map<String, String> fields() {
        return Map.of(
                "phone", String.format(Locale.ROOT, "+3363998%04d", index % FIXTURE_NUMBERS),
                "errorGrpId", STATUSES.get(index % STATUSES.size()),
                "mccMnc", NETWORKS.get(index % NETWORKS.size()),
                "ported", Integer.toString(index % 2),
                "messageId", Integer.toString(index));
    }
}
