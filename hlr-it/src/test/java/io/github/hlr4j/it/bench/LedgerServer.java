package io.github.hlr4j.it.bench;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.BulkListener;
import io.github.hlr4j.bulk.BulkReceiver;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.Settlement;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A Jetty that takes answers into a ledger, in a process of its own; the first one plans the run that they belong to. */
public final class LedgerServer {

    static final RunName RUN = RunName.of("bench");

    private static final Duration LEASE = Duration.ofMinutes(1);

    private LedgerServer() {}

    /**
     * Serves until standard input ends.
     *
     * @param arguments the ledger, a file for the tokens of the batches, and how many batches there are
     */
    public static void main(String[] arguments) throws Exception {
        Path tokens = Path.of(arguments[1]);
        try (Ledger ledger = LedgerBench.open(arguments[0])) {
            if (ledger.run(RUN).isEmpty()) {
                Files.write(tokens, plan(ledger, Integer.parseInt(arguments[2])));
            }
            Server server = new Server();
            ServerConnector connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            ServletContextHandler application = new ServletContextHandler("/");
            application.addServletContainerInitializer((classes, context) -> HlrCallbackServlet.register(
                    context,
                    MeasuredServlets.RECEIVER + "*",
                    BulkReceiver.into(ledger, ledger::keys, BulkListener.none()).build()));
            server.setHandler(application);
            server.start();
            MeasuredServlets.serveUntilInputEnds(connector.getLocalPort());
        }
    }

    /** Every batch is accepted already; their numbers repeat, because there are 10,000 for tests. */
    private static List<String> plan(Ledger ledger, int batches) {
        Instant now = Instant.now();
        ledger.plan(RUN, "account", new Plan(batches), now);
        List<String> tokens = new ArrayList<>();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < batches; i++) {
            Intent intent =
                    new Intent(Correlation.random(random), MicroEuros.DOCUMENTED_PRICE, Optional.empty(), now, LEASE);
            Claim.Granted claim = (Claim.Granted) ledger.claim(RUN, intent);
            ledger.settle(
                    claim.attempt().correlation(),
                    new Settlement(
                            BatchState.ACCEPTED,
                            Optional.empty(),
                            Optional.of(CampaignId.of("HLR" + i)),
                            Optional.empty(),
                            Optional.empty()));
            tokens.add(ledger.keys().sign(claim.attempt().correlation(), now.plus(Duration.ofDays(1))));
        }
        return tokens;
    }

    private static final class Plan implements PlannedBatches {

        private final Iterator<List<PhoneNumber>> batches;
        private final PlanFacts facts;

        Plan(int count) {
            this.batches = IntStream.range(0, count)
                    .mapToObj(batch -> IntStream.range(0, LedgerPosts.SIZE)
                            .mapToObj(number -> LedgerPosts.phone(batch, number))
                            .toList())
                    .iterator();
            this.facts = new PlanFacts((long) count * LedgerPosts.SIZE, 0, 0, "bench");
        }

        @Override
        public boolean hasNext() {
            return batches.hasNext();
        }

        @Override
        public List<PhoneNumber> next() {
            return batches.next();
        }

        @Override
        public PlanFacts facts() {
            return facts;
        }
    }
}
