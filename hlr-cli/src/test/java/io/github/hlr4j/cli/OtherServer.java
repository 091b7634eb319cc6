package io.github.hlr4j.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service written from its documentation and not from our testkit, so that the two can disagree. */
final class OtherServer implements AutoCloseable {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Integer> acknowledgements = new LinkedBlockingQueue<>();
    private final Refusal refusal;

    private OtherServer(Refusal refusal) throws IOException {
        this.refusal = refusal;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/hlr/notify", this::serve);
        server.start();
    }

    static OtherServer answering() throws IOException {
        return new OtherServer(null);
    }

    static OtherServer refusingTheKey() throws IOException {
        return refusingWith(10, "Clé API incorrecte");
    }

    static OtherServer refusingWith(int code, String message) throws IOException {
        return new OtherServer(new Refusal(code, message));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** The next answers to our notifications; waits for those that are still on their way. */
    List<Integer> acknowledgements(int count) throws InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add(acknowledgements.poll(10, TimeUnit.SECONDS));
        }
        return statuses;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        List<String> numbers = List.of(field(body, "phoneNumbers").split(",", -1));
        boolean xml = field(body, "_format").equals("xml");
        if (refusal != null) {
            reply(exchange, xml ? refusal.xml() : refusal.json());
            return;
        }
        String cost = BigDecimal.valueOf(numbers.size() * 5L, 3).toPlainString();
        reply(exchange, xml ? acceptedXml(numbers.size(), cost) : acceptedJson(numbers.size(), cost));
        for (String number : numbers) {
            notify(field(body, "notifyUrl"), number);
        }
    }

    private static String acceptedJson(int numbers, String cost) {
        return "{\"success\": true, \"code\": 200, \"campaign_id\": \"HLR4711\", \"number\": %d, \"cost\": %s, \"currency\": \"EUR\"}"
                .formatted(numbers, cost);
    }

    private static String acceptedXml(int numbers, String cost) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <result>
                    <entry>true</entry>
                    <entry>200</entry>
                    <entry>
                        <![CDATA[HLR4711]]>
                    </entry>
                    <entry>%d</entry>
                    <entry>%s</entry>
                    <entry>
                        <![CDATA[EUR]]>
                    </entry>
                </result>
                """.formatted(numbers, cost);
    }

    private static void reply(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void notify(String url, String number) throws IOException {
        String form = "phone=" + URLEncoder.encode(number, StandardCharsets.UTF_8)
                + "&messageId=1234-12344-1234-1234&mccMnc=20815&ported=1&errorGrpId=0&errorName=NO_ERROR+"
                + "&errorDesc=No+Error&date=2018-03-05T10%3A34%3A52.355%2B0000";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            acknowledgements.add(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String field(String body, String name) {
        Matcher matcher = FIELD.matcher(body);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        return "";
    }

    private record Refusal(int code, String message) {

        String json() {
            return "{\"success\":false,\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
        }

        String xml() {
            return "<result><entry>false</entry><entry>%d</entry><entry><![CDATA[%s]]></entry></result>"
                    .formatted(code, message);
        }
    }

    /** Reads each request whole, counts it, and closes the connection without a word. */
    static final class Silent implements AutoCloseable {

        private final ServerSocket socket;
        private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

        Silent() throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve, "silent-server");
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
        }

        List<String> requests() {
            return List.copyOf(requests);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private void serve() {
            try {
                while (true) {
                    try (Socket connection = socket.accept()) {
                        requests.add(read(connection.getInputStream()));
                    }
                }
            } catch (IOException closed) {
                return;
            }
        }

        private static String read(InputStream in) throws IOException {
            StringBuilder request = new StringBuilder();
            int length = -1;
            int bodyStart = -1;
            while (length < 0 || request.length() < bodyStart + length) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                request.append((char) next);
                if (length < 0 && request.indexOf("\r\n\r\n") >= 0) {
                    Matcher matcher =
                            Pattern.compile("(?i)content-length: (\\d+)").matcher(request);
                    length = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
                    bodyStart = request.length();
                }
            }
            return request.toString();
        }
    }
}
