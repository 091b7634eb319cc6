package io.github.hlr4j.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.hlr4j.ConfigurationException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The HTTP around the service (D01): one path, one method. WireMock reads and writes; it has no stubs, keeps no journal,
 * and its administration is closed.
 */
final class WireMockShell implements AutoCloseable {

    private static final String PATH = "/v1/hlr/notify";
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final SmsPartnerService service;
    private final Function<Campaign, Runnable> campaigns;
    private final Map<UUID, Runnable> afterReply = new ConcurrentHashMap<>();
    private final WireMockServer server;
    private final URI baseUrl;

    /**
     * Starts to listen.
     *
     * @param campaigns takes a campaign before its reply leaves and says what to run after
     * @throws ConfigurationException if the port is not free or the host is not this machine's
     */
    WireMockShell(String host, int port, SmsPartnerService service, Function<Campaign, Runnable> campaigns) {
        this.service = service;
        this.campaigns = campaigns;
        this.server = new WireMockServer(wireMockConfig()
                .bindAddress(host)
                .port(port)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .templatingEnabled(false)
                .gzipDisabled(true)
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER)
                .notifier(new SilentNotifier())
                .mappingSource(new NoMappings())
                .extensions(new Responder(), new AfterReply(), new ClosedAdministration()));
        try {
            server.start();
        } catch (FatalStartupException e) {
            throw new ConfigurationException("cannot listen on " + host + " port " + port + ": choose another port", e);
        }
        this.baseUrl = URI.create("http://" + reachable(host) + ":" + server.port() + "/v1");
    }

    URI baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static String reachable(String host) {
        if (host.equals("0.0.0.0")) {
            return "127.0.0.1";
        }
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private ResponseDefinition respond(UUID event, Request request) {
        String path = request.getUrl().split("\\?", 2)[0];
        if (!path.equals(PATH)) {
            return aResponse().withStatus(NOT_FOUND).build();
        }
        if (!request.getMethod().equals(RequestMethod.POST)) {
            return aResponse()
                    .withStatus(METHOD_NOT_ALLOWED)
                    .withHeader("Allow", "POST")
                    .build();
        }
        Answer answer = service.submit(request.getBody(), formatInQuery(request));
        answer.campaign().ifPresent(campaign -> afterReply.put(event, campaigns.apply(campaign)));
        return write(answer);
    }

    private static Optional<String> formatInQuery(Request request) {
        return Optional.of(request.queryParameter("_format"))
                .filter(parameter -> parameter.isPresent())
                .map(parameter -> parameter.firstValue());
    }

    private static ResponseDefinition write(Answer answer) {
        ResponseDefinitionBuilder response = aResponse().withStatus(answer.status());
        if (!answer.body().isEmpty()) {
            response.withHeader("Content-Type", ReplyWriter.contentType(answer.format()))
                    .withBody(answer.body());
        }
        answer.fault().ifPresent(kind -> {
            switch (kind) {
                case CLOSE_AFTER_READING -> response.withFault(Fault.EMPTY_RESPONSE);
                case RESET_AFTER_READING -> response.withFault(Fault.CONNECTION_RESET_BY_PEER);
                case SERVICE_UNAVAILABLE -> {}
            }
        });
        return response.build();
    }

    private final class Responder implements StubRequestFilterV2 {

        @Override
        public RequestFilterAction filter(Request request, ServeEvent event) {
            return RequestFilterAction.stopWith(respond(event.getId(), request));
        }

        @Override
        public String getName() {
            return "sms-partner";
        }
    }

    private final class AfterReply implements ServeEventListener {

        @Override
        public void afterComplete(ServeEvent event, Parameters parameters) {
            Runnable action = afterReply.remove(event.getId());
            if (action != null) {
                action.run();
            }
        }

        @Override
        public String getName() {
            return "after-reply";
        }
    }

    private static final class ClosedAdministration implements AdminRequestFilterV2 {

        @Override
        public RequestFilterAction filter(Request request, ServeEvent event) {
            return RequestFilterAction.stopWith(
                    aResponse().withStatus(NOT_FOUND).build());
        }

        @Override
        public String getName() {
            return "closed-administration";
        }
    }
}
