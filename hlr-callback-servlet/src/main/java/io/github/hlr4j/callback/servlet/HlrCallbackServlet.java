package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.spi.Ticker;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Receives notifications in a servlet container: asks a {@link CallbackReceiver} whether a request is worth reading, reads
 * its body and answers what the receiver says, with a status and never a body.
 *
 * <p>Map it to a pattern that ends in {@code /*}; the last segment of the path is the token. Deploy it by
 * {@link #register}, or by {@code web.xml} with {@code async-supported}, where it builds its receiver itself:
 *
 * <ul>
 *   <li>the keys, as {@code CallbackKeys.parse} reads them, come from the file that the init parameter {@value #KEYS_FILE}
 *       names, where what is rotated or revoked holds within a second, or else from the environment variable that {@value #KEYS_ENV} names, by default
 *       {@value #DEFAULT_KEYS_ENV};
 *   <li>the handler is the one {@code io.github.hlr4j.callback.NotificationHandler} that {@link java.util.ServiceLoader}
 *       finds with the class loader of the web application.
 * </ul>
 *
 * <p><strong>Threading.</strong> Where the container supports it for this servlet and every filter before it, the body is
 * read asynchronously: a sender that stalls holds a connection and no thread. The handler runs on the container's threads;
 * this class starts none.
 *
 * <p><strong>Limits.</strong> A body is read up to the receiver's limit and for at most 30 seconds, then the answer is 413
 * or 408. Parameters are never read, and no filter before this servlet may read them.
 */
public final class HlrCallbackServlet extends HttpServlet {

    /** The init parameter that names the file with the keys; an absolute path is best. */
    public static final String KEYS_FILE = "keys-file";

    /** The init parameter that names the environment variable with the keys. */
    public static final String KEYS_ENV = "keys-env";

    /** The environment variable with the keys where no init parameter names another one. */
    public static final String DEFAULT_KEYS_ENV = "HLR_CALLBACK_KEYS";

    private static final long serialVersionUID = 1L;
    private static final int SECONDS_UNTIL_NEXT_TRY = 60;
    private static final Duration DEFAULT_BODY_TIMEOUT = Duration.ofSeconds(30);

    private final transient Duration bodyTimeout;
    private final transient Diagnostics diagnostics = new Diagnostics(this::log);
    private transient CallbackReceiver receiver;

    /** Creates a servlet for {@code web.xml}, which builds its receiver when the container initialises it. */
    public HlrCallbackServlet() {
        this.bodyTimeout = DEFAULT_BODY_TIMEOUT;
    }

    /**
     * Creates a servlet over a receiver.
     *
     * @param receiver decides about each request, and takes the results
     */
    public HlrCallbackServlet(CallbackReceiver receiver) {
        this(receiver, DEFAULT_BODY_TIMEOUT);
    }

    HlrCallbackServlet(CallbackReceiver receiver, Duration bodyTimeout) {
        this.receiver = Objects.requireNonNull(receiver, "receiver");
        this.bodyTimeout = bodyTimeout;
    }

    /**
     * Adds a servlet over a receiver to a web application that is starting, asynchronous and loaded at once.
     *
     * @param context the web application, in a {@code ServletContextListener} or {@code ServletContainerInitializer}
     * @param mapping where it receives, for example {@code /hlr/*}
     * @param receiver decides about each request, and takes the results
     * @return the registration, for further settings
     * @throws ConfigurationException if something else is already mapped there
     */
    public static ServletRegistration.Dynamic register(
            ServletContext context, String mapping, CallbackReceiver receiver) {
        String name = HlrCallbackServlet.class.getName() + " at " + mapping;
        ServletRegistration.Dynamic registration = context.addServlet(name, new HlrCallbackServlet(receiver));
        if (registration == null) {
            throw new ConfigurationException("A callback servlet is already registered at " + mapping
                    + ".\nRegister one receiver for each mapping.");
        }
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        Set<String> taken = registration.addMapping(mapping);
        if (!taken.isEmpty()) {
            throw new ConfigurationException(
                    "Another servlet is already mapped to " + taken + ".\nGive the callback a mapping of its own.");
        }
        return registration;
    }

    /**
     * Builds the receiver from the deployment, unless the constructor was given one.
     *
     * @throws UnavailableException if keys or handler are missing, unreadable or ambiguous. The message names the cure and
     *     is logged, because not every container shows it; senders get 503 meanwhile, so that they send again
     */
    @Override
    public void init() throws UnavailableException {
        if (receiver != null) {
            return;
        }
        try {
            receiver = new Deployment(getServletConfig(), System::getenv).receiver();
        } catch (HlrException e) {
            log(e.getMessage());
            UnavailableException unavailable = new UnavailableException(e.getMessage(), SECONDS_UNTIL_NEXT_TRY);
            unavailable.initCause(e);
            throw unavailable;
        }
    }

    /** Answers every method, so that none of the defaults of {@code HttpServlet} does. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        Exchange exchange = new Exchange(request, response, diagnostics);
        Admission admission = receiver.admit(describe(request));
        if (admission instanceof Admission.Refused refused) {
            exchange.refuse(refused.response());
        } else if (admission instanceof Admission.Admitted admitted) {
            read(exchange, admitted, request);
        }
    }

    private void read(Exchange exchange, Admission.Admitted admitted, HttpServletRequest request) {
        if (request.isAsyncSupported()) {
            new AsyncReading(exchange, admitted).start(bodyTimeout);
        } else {
            diagnostics.hint(
                    "bodies are read blocking, so that each slow sender holds a thread: set async-supported for"
                            + " this servlet and for every filter before it");
            new BlockingReading(exchange, admitted, Ticker.system()).run(bodyTimeout);
        }
    }

    private static CallbackRequest describe(HttpServletRequest request) {
        return new CallbackRequest(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(Exchange.contentType(request)),
                request.getContentLengthLong());
    }
}
