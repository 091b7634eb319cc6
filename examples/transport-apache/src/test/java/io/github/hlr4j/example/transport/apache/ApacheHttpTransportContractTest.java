package io.github.hlr4j.example.transport.apache;

import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.contract.HttpTransportContract;

final class ApacheHttpTransportContractTest extends HttpTransportContract {

    @Override
    protected HttpTransport transport() {
        return ApacheHttpTransport.create();
    }
}
