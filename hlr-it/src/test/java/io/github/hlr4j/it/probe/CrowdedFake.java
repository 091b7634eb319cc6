package io.github.hlr4j.it.probe;

import com.sun.net.httpserver.HttpServer;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.NotificationScenario;
import io.github.hlr4j.testkit.NotificationStyle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends 200,000 numbers through one fake, receives their results, and prints what the journal says. */
public final class CrowdedFake {

    private static final int REQUESTS = 400;
    private static final int NUMBERS = 500;

    private CrowdedFake() {}

    /**
     * Sends, receives and prints.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        String results = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        try (FakeSmsPartner fake = FakeSmsPartner.builder()
                .rate(new Rate(REQUESTS, Duration.ofSeconds(1)))
                .notifying(NotificationScenario.orderly().in(NotificationStyle.JSON_ARRAY))
                .start()) {
            HttpClient http = HttpClient.newHttpClient();
            for (int request = 0; request < REQUESTS; request++) {
                String body = "{\"apiKey\":\"sandbox-key\",\"phoneNumbers\":\"" + numbers(request)
                        + "\",\"notifyUrl\":\"" + results + "\"}";
                http.send(
                        HttpRequest.newBuilder(fake.baseUrl().resolve("/v1/hlr/notify"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            fake.awaitNotifications(Duration.ofSeconds(50));
            System.out.println("billed " + fake.journal().billedNumbers());
            System.out.println("the last one "
                    + fake.journal().timesBilled(new PhoneNumber(number(REQUESTS * NUMBERS - 1))) + " times");
            System.out.println(
                    "acknowledged " + fake.journal().notificationCounts().acknowledged());
            System.out.println("remembered " + fake.journal().notifications().size());
        }
        receiver.stop(0);
    }

    private static String numbers(int request) {
        return IntStream.range(request * NUMBERS, (request + 1) * NUMBERS)
                .mapToObj(CrowdedFake::number)
                .collect(Collectors.joining(","));
    }

    /** A fixture number with four digits more, so that there are enough. */
    private static String number(int index) {
        return String.format(Locale.ROOT, "+3363998%08d", index);
    }
}
