package io.github.hlr4j.it;

import io.github.hlr4j.callback.CallbackKeys;
import org.junit.jupiter.api.Nested;

/** The servlet as a listener of the web application registers it. */
class RegisteredServletContractTest {

    abstract static class Contract extends ContainerContract {

        Contract(ServletContainer container) {
            super(container);
        }

        @Override
        WarFile war(CallbackKeys keys) {
            return WarFile.registering(keys);
        }
    }

    @Nested
    class Tomcat10 extends Contract {

        Tomcat10() {
            super(ServletContainer.TOMCAT_10);
        }
    }

    @Nested
    class JettyEe11 extends Contract {

        JettyEe11() {
            super(ServletContainer.JETTY_EE11);
        }
    }
}
