package io.github.hlr4j.it;

import io.github.hlr4j.callback.CallbackKeys;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Nested;

/** The servlet as {@code web.xml} declares it, with the keys in a file; the other containers have {@link RegisteredServletContractTest}. */
class DeclaredServletContractTest {

    abstract static class Contract extends ContainerContract {

        Contract(ServletContainer container) {
            super(container);
        }

        @Override
        WarFile war(CallbackKeys keys) throws IOException {
            return WarFile.declaring(Files.writeString(folder.resolve("ring"), keys.toText()));
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
