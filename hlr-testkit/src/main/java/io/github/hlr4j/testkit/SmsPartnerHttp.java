package io.github.hlr4j.testkit;

import io.github.hlr4j.testkit.FaultKind.Stage;
import io.github.hlr4j.testkit.socket.MalformedRequestException;
import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.ReceivedRequest;
import io.github.hlr4j.testkit.socket.SocketServer;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * The HTTP around the service (D01), over sockets of its own, so that an exchange can go wrong at each place where it may.
 */
final class SmsPartnerHttp implements AutoCloseable {

    static final String PATH = "/v1/hlr/notify";

    private static final Set<Stage> REFUSING = Set.of(Stage.CONNECTING);
    private static final Set<Stage> ON_CONNECTION = Set.of(Stage.CONNECTED);
    private static final Set<Stage> ON_REQUEST = Set.of(Stage.CONNECTED, Stage.READING);
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_ERROR = 500;

    private final SmsPartnerService service;
    private final Plans plans;
    private final Journal journal;
    private final JournalPage journalPage;
    private final Function<Campaign, Runnable> campaigns;
    private final Consumer<UnmatchedRequest> unmatchedListener;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final SocketServer server;
    private final URI baseUrl;

    /**
     * Takes its address; it answers once it is started.
     *
     * @param campaigns takes a campaign before its reply leaves and says what to run after
     */
    SmsPartnerHttp(
            InetSocketAddress address,
            SmsPartnerService service,
            Plans plans,
            Journal journal,
            JournalPage journalPage,
            Function<Campaign, Runnable> campaigns,
            Consumer<UnmatchedRequest> unmatchedListener) {
        this.service = service;
        this.plans = plans;
        this.journal = journal;
        this.journalPage = journalPage;
        this.campaigns = campaigns;
        this.unmatchedListener = unmatchedListener;
        this.server = SocketServer.bind(ServerSocketFactory.getDefault(), address, this::serve);
        this.baseUrl = URI.create("http://" + reachable(address) + ":" + server.port() + "/v1");
    }

    void start() {
        server.start();
    }

    URI baseUrl() {
        return baseUrl;
    }

    /** Stops to listen where that is the next thing that is planned, and listens otherwise. */
    synchronized void listenAsPlanned() {
        if (plans.isFaultNext(REFUSING)) {
            server.refuse();
        } else {
            server.listenAgain();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** The host as a client of this machine writes it; an address of all interfaces is reached by loopback. */
    private static String reachable(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        if (host instanceof Inet6Address) {
            return host.isAnyLocalAddress() || host.isLoopbackAddress() ? "[::1]" : "[" + host.getHostAddress() + "]";
        }
        return host.isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
    }

    /** The first failure of a listener or a scenario, which are the code of whoever uses the fake. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure.get());
    }

    private void serve(Socket socket) throws IOException {
        RawConnection connection = RawConnection.of(socket);
        faultStrikes(ON_CONNECTION, connection);
        while (connection.isOpen() && connection.awaitRequest() && !plans.isFaultNext(REFUSING)) {
            if (!faultStrikes(ON_REQUEST, connection)) {
                exchange(connection);
            }
        }
    }

    private boolean faultStrikes(Set<Stage> stages, RawConnection connection) throws IOException {
        Optional<FaultKind> fault = plans.nextFault(stages);
        if (fault.isPresent()) {
            journal.add(fault.get());
            listenAsPlanned();
            FaultScript.reading(fault.get(), connection);
        }
        return fault.isPresent();
    }

    private void exchange(RawConnection connection) throws IOException {
        try {
            ReceivedRequest request = connection.readRequest();
            answer(request, connection);
            if (!request.keepsConnection()) {
                connection.close();
            }
        } catch (MalformedRequestException e) {
            unmatched(UnmatchedRequest.UNREADABLE, "", e.status()).sendTo(connection);
            connection.close();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            HttpAnswer.empty(SERVER_ERROR).sendTo(connection);
            connection.close();
        }
    }

    private void answer(ReceivedRequest request, RawConnection connection) throws IOException {
        String path = path(request.target());
        if (path.equals(JournalPage.PATH)) {
            journalPage.answer(request.method()).sendTo(connection);
        } else if (!request.version().startsWith("HTTP/1.")) {
            unmatched(request.method(), request.target(), BAD_REQUEST).sendTo(connection);
        } else if (!path.equals(PATH)) {
            unmatched(request.method(), request.target(), NOT_FOUND).sendTo(connection);
        } else if (!request.method().equals("POST")) {
            unmatched(request.method(), request.target(), METHOD_NOT_ALLOWED, "Allow: POST")
                    .sendTo(connection);
        } else {
            submit(request, connection);
        }
    }

    private void submit(ReceivedRequest request, RawConnection connection) throws IOException {
        Answer answer = service.submit(request.body(), formatInQuery(request.target()));
        listenAsPlanned();
        Runnable afterReply = answer.campaign().map(campaigns).orElse(() -> {});
        try {
            if (answer.fault().isEmpty()) {
                answer.inHttp().sendTo(connection);
            }
        } finally {
            afterReply.run();
        }
        if (answer.fault().isPresent()) {
            spoil(answer.fault().get(), answer, connection);
        }
    }

    private void spoil(FaultKind fault, Answer answer, RawConnection connection) throws IOException {
        if (fault.stage() == Stage.INSTEAD) {
            FaultScript.instead(fault, server.port()).sendTo(connection);
        } else {
            FaultScript.replying(fault, answer.inHttp(), connection);
        }
    }

    private HttpAnswer unmatched(String method, String target, int status, String... headers) {
        UnmatchedRequest request = new UnmatchedRequest(method, target, status);
        journal.add(request);
        unmatchedListener.accept(request);
        return HttpAnswer.empty(status, headers);
    }

    /** The path of a target in one of the forms that HTTP knows, {@code /path?query} or a whole URL. */
    private static String path(String target) {
        String path = target.split("\\?", 2)[0];
        return path.startsWith("http://") ? path.replaceFirst("^http://[^/]*", "") : path;
    }

    private static Optional<String> formatInQuery(String target) {
        String[] parts = target.split("\\?", 2);
        return Arrays.stream(parts.length == 2 ? parts[1].split("&") : new String[0])
                .filter(parameter -> parameter.startsWith("_format="))
                .map(parameter -> parameter.substring("_format=".length()))
                .findFirst();
    }
}
