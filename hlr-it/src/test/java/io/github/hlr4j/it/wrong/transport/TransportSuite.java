package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.it.wrong.GivenSuite;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.contract.HttpTransportContract;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of transports on any transport. */
@ExtendWith(GivenSuite.class)
final class TransportSuite extends HttpTransportContract {

    private final Supplier<HttpTransport> transports;

    TransportSuite(Supplier<HttpTransport> transports) {
        this.transports = transports;
    }

    @Override
    protected HttpTransport transport() {
        return transports.get();
    }
}
