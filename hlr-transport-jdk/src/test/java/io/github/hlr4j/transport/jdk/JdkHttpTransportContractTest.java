package io.github.hlr4j.transport.jdk;

import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.contract.HttpTransportContract;

final class JdkHttpTransportContractTest extends HttpTransportContract {

    @Override
    protected HttpTransport transport() {
        return JdkHttpTransport.create();
    }
}
