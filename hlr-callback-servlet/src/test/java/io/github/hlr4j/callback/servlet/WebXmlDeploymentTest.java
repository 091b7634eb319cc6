package io.github.hlr4j.callback.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.testkit.socket.RawClient;
import jakarta.servlet.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servlet as {@code web.xml} declares it: by its class, with init parameters. */
class WebXmlDeploymentTest {

    private static final String OF_HANDLERS = "META-INF/services/io.github.hlr4j.callback.NotificationHandler";
    private static final String FIRST = RelayingHandler.class.getName();
    private static final String SECOND = SecondHandler.class.getName();

    @TempDir
    Path folder;

    private final CallbackKeys keys = CallbackKeys.create();
    private final CallbackServer server = new CallbackServer(keys, (correlation, results) -> {});
    private final ServletHolder holder = new ServletHolder(HlrCallbackServlet.class);

    @Test
    void withoutAHandlerItSaysWhereToNameOne() throws Exception {
        assertThat(refusal(List.of(), Map.of(HlrCallbackServlet.KEYS_FILE, keysFile())))
                .isEqualTo("No notification handler was found.\nName your class in " + OF_HANDLERS
                        + " of the web application, or register the servlet in code with"
                        + " HlrCallbackServlet.register(ServletContext, String, CallbackReceiver).");
    }

    @Test
    void severalHandlersAreListedWithTheirOrigin() throws Exception {
        assertThat(refusal(List.of(SECOND, FIRST), Map.of(HlrCallbackServlet.KEYS_FILE, keysFile())))
                .isEqualTo("Several notification handlers were found:"
                        + "\n  - " + FIRST + " from test-classes"
                        + "\n  - " + SECOND + " from test-classes"
                        + "\nKeep one in the web application, or register the servlet in code with"
                        + " HlrCallbackServlet.register(ServletContext, String, CallbackReceiver).");
    }

    @Test
    void aHandlerThatCannotBeLoadedIsNamed() throws Exception {
        assertThat(refusal(List.of("example.Nowhere"), Map.of(HlrCallbackServlet.KEYS_FILE, keysFile())))
                .startsWith("A notification handler is listed but cannot be loaded: ")
                .contains("example.Nowhere");
    }

    @Test
    void withoutKeysItNamesTheVariableAndTheParameter() throws Exception {
        assertThat(refusal(List.of(FIRST), Map.of()))
                .isEqualTo("No callback keys were given: the environment variable HLR_CALLBACK_KEYS is not set."
                        + "\nSet it to what 'hlr keys create FILE' writes, or name a file with the init parameter"
                        + " keys-file.");
    }

    @Test
    void anotherVariableCanBeNamedAndWhatItHoldsIsNotRepeated() throws Exception {
        String variable = System.getenv().keySet().stream().sorted().findFirst().orElseThrow();

        assertThat(refusal(List.of(FIRST), Map.of(HlrCallbackServlet.KEYS_ENV, variable)))
                .startsWith("The environment variable " + variable + " does not hold callback keys: ")
                .doesNotContain("33639980001");
    }

    @Test
    void keysFromTwoSourcesAreRefused() throws Exception {
        Map<String, String> both =
                Map.of(HlrCallbackServlet.KEYS_FILE, keysFile(), HlrCallbackServlet.KEYS_ENV, "KEYS");

        assertThat(refusal(List.of(FIRST), both))
                .isEqualTo("The keys have two sources, the init parameters keys-file and keys-env.\nKeep one of them.");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        String missing = folder.resolve("missing").toString();

        assertThat(refusal(List.of(FIRST), Map.of(HlrCallbackServlet.KEYS_FILE, missing)))
                .isEqualTo("The file with the callback keys cannot be read: " + missing
                        + ".\n'hlr keys create FILE' makes one that only its owner may read."
                        + "\nGive the init parameter keys-file a path that the container's user may read.");
    }

    @Test
    void aFileWithoutKeysIsNamedAndNotRepeated() throws Exception {
        Path file = Files.writeString(folder.resolve("keys"), "1 not-a-key\n");

        assertThat(refusal(List.of(FIRST), Map.of(HlrCallbackServlet.KEYS_FILE, file.toString())))
                .startsWith("The file " + file + " does not hold callback keys: callback keys: line 1 is not a key")
                .doesNotContain("not-a-key");
    }

    @Test
    void sendersAreAskedToComeAgainAndNotToldWhatIsWrong() throws Exception {
        try (WebApplicationLoader loader = WebApplicationLoader.listing(folder, List.of());
                CallbackServer jetty = server.declared(holder, loader, Map.of())) {
            jetty.start();
            try (RawClient client = jetty.connect()) {
                client.head("POST", jetty.target(), "Content-Length: 0", "Connection: close");

                assertThat(client.rest()).startsWith("HTTP/1.1 503").doesNotContain("HLR_CALLBACK_KEYS");
            }
        }
    }

    /** What the deployment says in the log, which is the same as what it throws. */
    private String refusal(List<String> handlers, Map<String, String> parameters) throws Exception {
        try (WebApplicationLoader loader = WebApplicationLoader.listing(folder, handlers);
                CallbackServer jetty = server.declared(holder, loader, parameters);
                CapturedLog log = CapturedLog.start()) {
            jetty.start();
            assertThat(holder.getUnavailableException()).isInstanceOf(UnavailableException.class);
            String message = holder.getUnavailableException().getMessage();
            assertThat(log.text()).contains(message);
            return message;
        }
    }

    private String keysFile() throws IOException {
        return Files.writeString(folder.resolve("ring"), keys.toText()).toString();
    }
}
