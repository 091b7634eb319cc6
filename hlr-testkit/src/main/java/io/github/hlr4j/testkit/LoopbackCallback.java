package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrException;
import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.callback.CallbackResponse;
import io.github.hlr4j.testkit.socket.MalformedRequestException;
import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.ReceivedRequest;
import io.github.hlr4j.testkit.socket.SocketServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ServerSocketFactory;

/**
 * A {@link CallbackReceiver} behind HTTP on loopback, for tests that want to receive results without a servlet container.
 *
 * <pre>{@code
 * try (LoopbackCallback callback = LoopbackCallback.open()) {
 *     Verifications verifications = Verifications.builder(hlr).at(callback.url()).build();
 *     callback.serve(verifications.receiver());
 *     ...
 * }
 * }</pre>
 *
 * <p>It trusts its caller more than a container at the open internet may: a request is read whole before it is admitted.
 * Safe for concurrent use.
 */
public final class LoopbackCallback implements AutoCloseable {

    private final CompletableFuture<CallbackReceiver> receiver = new CompletableFuture<>();
    private final SocketServer server;

    private LoopbackCallback() {
        this.server =
                SocketServer.bind(ServerSocketFactory.getDefault(), SocketServer.anyPortOfLoopback(), this::answerAll);
        server.start();
    }

    /**
     * Listens on a free port; who comes before {@link #serve} waits.
     *
     * @return an open callback, to be closed
     */
    public static LoopbackCallback open() {
        return new LoopbackCallback();
    }

    /**
     * The public URL, in the form that {@code Verifications.Builder.at} takes.
     *
     * @return for example {@code http://127.0.0.1:40123/hlr}
     */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/hlr");
    }

    /**
     * Begins to receive.
     *
     * @param newReceiver gets what arrives
     * @return this callback
     * @throws HlrException if it receives for somebody already
     */
    public LoopbackCallback serve(CallbackReceiver newReceiver) {
        if (!receiver.complete(Objects.requireNonNull(newReceiver, "receiver"))) {
            throw new HlrException("this callback serves a receiver already; open another one");
        }
        return this;
    }

    @Override
    public void close() {
        receiver.completeExceptionally(new HlrException("the callback was closed before it served a receiver"));
        server.close();
    }

    private void answerAll(Socket socket) throws IOException {
        RawConnection connection = RawConnection.of(socket);
        while (connection.isOpen() && connection.awaitRequest()) {
            answer(connection);
        }
    }

    private void answer(RawConnection connection) throws IOException {
        try {
            ReceivedRequest request = connection.readRequest();
            CallbackResponse response = responseTo(request);
            String[] headers =
                    response == CallbackResponse.METHOD_NOT_ALLOWED ? new String[] {"Allow: POST"} : new String[0];
            HttpAnswer.empty(response.status(), headers).sendTo(connection);
            if (!request.keepsConnection()) {
                connection.close();
            }
        } catch (MalformedRequestException e) {
            HttpAnswer.empty(e.status()).sendTo(connection);
            connection.close();
        } catch (CompletionException e) {
            connection.close();
        }
    }

    private CallbackResponse responseTo(ReceivedRequest request) {
        Admission admission = receiver.join()
                .admit(new CallbackRequest(
                        request.method(),
                        request.target().split("\\?", 2)[0],
                        request.header("Content-Type"),
                        request.body().length));
        return admission instanceof Admission.Refused refused
                ? refused.response()
                : receive((Admission.Admitted) admission, request.body());
    }

    private static CallbackResponse receive(Admission.Admitted admitted, byte[] body) {
        try {
            return admitted.receive(body);
        } catch (RuntimeException | Error e) {
            return CallbackResponse.UNAVAILABLE;
        }
    }
}
