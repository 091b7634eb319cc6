package io.github.hlr4j.it.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.SubmissionException;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.HlrEvents;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import io.github.hlr4j.testkit.NotificationScenario;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Meets every fault and many bad notifications with everything logged, and prints all that could ever be printed. */
public final class Canary {

    /** Nobody may ever read it. */
    public static final String KEY = "canary-key-0d9f3b77";

    /** Without a plus, as it would be on its way. */
    public static final String NUMBER = "33639981234";

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final PhoneNumber PHONE = PhoneNumber.parse("+" + NUMBER);

    private Canary() {}

    /**
     * Prints.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        logEverything();
        CallbackKeys keys = CallbackKeys.create();
        URI address = CallbackAddresses.of(
                        URI.create("https://app.example/hlr"), keys, Duration.ofDays(1), InstantSource.system())
                .of(new Correlation(1, 2));
        send(address);
        receive(keys, address);
    }

    private static void logEverything() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.ALL);
        root.addHandler(new Printing());
    }

    private static void send(URI address) {
        try (FakeSmsPartner fake = FakeSmsPartner.builder()
                        .key(ApiKey.of(KEY))
                        .notifying(NotificationScenario.orderly().losing(number -> true))
                        .start();
                HttpTransport transport = JdkHttpTransport.create()) {
            for (ReplyFormat format : ReplyFormat.values()) {
                for (FaultKind kind : FaultKind.values()) {
                    fake.reset();
                    fake.failing(kind, 1);
                    VerificationRequest request =
                            VerificationRequest.of(PHONE).notifying(address).replyingIn(format);
                    System.out.println("meets " + kind);
                    System.out.println(request);
                    submit(fake, transport, request);
                }
            }
            System.out.println(fake.journal());
        }
    }

    private static void submit(FakeSmsPartner fake, HttpTransport transport, VerificationRequest request) {
        try (HlrClient hlr = HlrClient.builder(fake.key())
                .baseUrl(fake.baseUrl())
                .transport(transport)
                .timeout(TIMEOUT)
                .build()) {
            Submission outcome = hlr.submit(request);
            System.out.println(hlr + " " + transport + " " + outcome);
            if (!(outcome instanceof Submission.Accepted)) {
                new SubmissionException(outcome).printStackTrace(System.out);
            }
            Thread.getAllStackTraces().keySet().forEach(System.out::println);
        }
    }

    private static void receive(CallbackKeys keys, URI address) {
        CallbackReceiver receiver = CallbackReceiver.builder(keys, (correlation, results) -> {
                    System.out.println(correlation + " " + results);
                    throw new IllegalStateException("the handler fails");
                })
                .events(HlrEvents.logged().and(System.out::println))
                .build();
        for (String body : List.of(
                "phone=" + NUMBER + "&errorName=" + NUMBER + "&errorDesc=%2B" + NUMBER,
                "phone=" + NUMBER + "&phone=33639981235",
                "phone=" + NUMBER + "x",
                "phone=" + NUMBER + NUMBER,
                "phone=" + NUMBER + "&date=" + NUMBER + "&mccMnc=" + NUMBER + "&ported=" + KEY,
                "{\"phone\":\"" + NUMBER)) {
            post(receiver, address.getPath(), body);
        }
        post(receiver, address.getPath() + "x", "phone=" + NUMBER);
        System.out.println(keys);
    }

    private static void post(CallbackReceiver receiver, String path, String body) {
        CallbackRequest request = new CallbackRequest("POST", path, Optional.empty(), body.length());
        try {
            Admission admission = receiver.admit(request);
            System.out.println(request + " " + admission);
            if (admission instanceof Admission.Admitted admitted) {
                System.out.println(admitted.receive(body.getBytes(UTF_8)));
            }
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
        }
    }

    private static final class Printing extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();

        Printing() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            System.out.println(line.getLoggerName() + " " + formatter.format(line));
        }

        @Override
        public void flush() {
            System.out.flush();
        }

        @Override
        public void close() {}
    }
}
