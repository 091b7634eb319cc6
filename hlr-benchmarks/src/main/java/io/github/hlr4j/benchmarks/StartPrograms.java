package io.github.hlr4j.benchmarks;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import jakarta.json.Json;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The smallest applications: each makes one call to the address that it is given, and prints what its process took until
 * then, in hundredths of a second of the processor and in KB of memory at the most.
 */
final class StartPrograms {

    private static final int FIELDS_BEFORE_STATE = 2;
    private static final int USER_TIME = 14;

    private StartPrograms() {}

    /** With hlr4j. */
    static final class ByHlr {
        private ByHlr() {}

        public static void main(String... args) throws IOException {
            try (HlrClient hlr = HlrClient.builder(ApiKey.of(Numbers.KEY))
                    .baseUrl(URI.create(args[0]))
                    .build()) {
                Submission outcome = hlr.submit(VerificationRequest.of(PhoneNumber.parse("+33639980001")));
                require(outcome instanceof Submission.Accepted);
            }
            report();
        }
    }

    /** By hand, the reply read by a parser. */
    static final class ByHand {
        private ByHand() {}

        public static void main(String... args) throws IOException, InterruptedException {
            boolean campaign = false;
            try (JsonParser parser = Json.createParser(new ByteArrayInputStream(post(args[0])))) {
                while (parser.hasNext()) {
                    campaign |= parser.next() == JsonParser.Event.VALUE_STRING
                            && parser.getString().startsWith("HLR");
                }
            }
            require(campaign);
            report();
        }
    }

    /** By hand, the reply bound by Yasson. */
    static final class ByYasson {
        private ByYasson() {}

        public static void main(String... args) throws IOException, InterruptedException {
            CodecBenchmark.Reply reply =
                    JsonbBuilder.create().fromJson(new ByteArrayInputStream(post(args[0])), CodecBenchmark.Reply.class);
            require(reply.success());
            report();
        }
    }

    private static byte[] post(String baseUrl) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest post = HttpRequest.newBuilder(URI.create(baseUrl + "/hlr/notify"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"apiKey\":\"" + Numbers.KEY + "\",\"phoneNumbers\":\"+33639980001\"}"))
                .build();
        return http.send(post, BodyHandlers.ofByteArray()).body();
    }

    private static void require(boolean fine) {
        if (!fine) {
            throw new IllegalStateException("the call failed");
        }
    }

    private static void report() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        int user = USER_TIME - FIELDS_BEFORE_STATE - 1;
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        System.out.println(Long.parseLong(fields[user]) + Long.parseLong(fields[user + 1]));
        System.out.println(peak.replaceAll("\\D", ""));
        System.exit(0);
    }
}
