package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.bulk.BulkReport;
import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.it.bulk.Door;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.logging.LogManager;

/** Goes on with a run that is planned, receives its answers in a Jetty, and stays until its input ends. */
public final class BulkProcess {

    static final ApiKey KEY = ApiKey.of("sandbox-key");
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** So many that the sending is as fast as the ledger. */
    static final Rate RATE = new Rate(36_000, Duration.ofSeconds(1));

    private BulkProcess() {}

    /**
     * Prints {@code sending} when it does, and {@code over} with the reason when it sends nothing more.
     *
     * @param arguments the URL of the ledger, the name of the run, the URL of the service, the port to receive at, and where to
     *     stop
     */
    public static void main(String[] arguments) throws Exception {
        try (InputStream levels = BulkProcess.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(levels);
        }
        StopPoints stops = StopPoints.parse(arguments[4]);
        try (HttpTransport transport = stops.around(HttpTransport.class, JdkHttpTransport.create());
                HlrClient client = client(URI.create(arguments[2]), transport);
                Ledger ledger = new LedgerPlace(arguments[0]).open(stops);
                Door door = Door.open(Integer.parseInt(arguments[3]));
                BulkVerification run = BulkVerification.builder(client, ledger)
                        .name(arguments[1])
                        .at(door.url())
                        .rate(RATE)
                        .build()) {
            door.receive(run.receiver());
            run.resume();
            System.out.println("sending");
            BulkReport report = run.await(Duration.ZERO);
            System.out.println("over: " + report.end() + ", " + report.explanation());
            while (System.in.read() >= 0) {
                // Whoever started this process keeps its input open.
            }
        }
    }

    static HlrClient client(URI service, HttpTransport transport) {
        return HlrClient.builder(KEY)
                .baseUrl(service)
                .transport(transport)
                .timeout(TIMEOUT)
                .build();
    }
}
