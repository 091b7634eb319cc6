package io.github.hlr4j.it;

import io.github.hlr4j.callback.CallbackKeys;
import org.junit.jupiter.api.Nested;

/** The servlet without asynchronous support, and with the keys in the environment. */
class BlockingServletContractTest {

    abstract static class Contract extends ContainerContract {

        Contract(ServletContainer container) {
            super(container);
        }

        @Override
        WarFile war(CallbackKeys keys) {
            return WarFile.blocking(keys);
        }

        @Override
        protected int stalledSenders() {
            return 0;
        }
    }

    @Nested
    class Tomcat11 extends Contract {

        Tomcat11() {
            super(ServletContainer.TOMCAT_11);
        }
    }

    @Nested
    class JettyEe10 extends Contract {

        JettyEe10() {
            super(ServletContainer.JETTY_EE10);
        }
    }
}
