package io.github.hlr4j.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A tab of {@link Chromium}: loads pages, evaluates, takes pictures, and remembers what it was told meanwhile. */
final class ChromiumTab implements WebSocket.Listener {

    private static final int PATIENCE_SECONDS = 60;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> replies = new ConcurrentHashMap<>();
    private final List<JsonObject> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final StringBuilder message = new StringBuilder();
    private WebSocket socket;

    private ChromiumTab() {}

    static ChromiumTab open(HttpClient http, URI debugger) {
        ChromiumTab tab = new ChromiumTab();
        tab.socket = http.newWebSocketBuilder().buildAsync(debugger, tab).join();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            tab.call(domain + ".enable", "{}");
        }
        return tab;
    }

    /** Loads a page; a tab is good for one. */
    void load(URI page) {
        call("Page.navigate", "{\"url\":\"%s\"}".formatted(page));
        loaded.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void resize(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":2,\"mobile\":true}".formatted(width, height));
    }

    void prefer(String colourScheme) {
        call(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]}".formatted(colourScheme));
    }

    /** The value of an expression, as JSON writes it. */
    String evaluate(String expression) {
        JsonObject arguments = Json.createObjectBuilder()
                .add("expression", "JSON.stringify(" + expression + ")")
                .add("returnByValue", true)
                .build();
        return call("Runtime.evaluate", arguments.toString())
                .getJsonObject("result")
                .getString("value");
    }

    void picture(Path file) throws IOException {
        save(call("Page.captureScreenshot", "{}"), file);
    }

    void pictureOfAll(Path file) throws IOException {
        save(call("Page.captureScreenshot", "{\"captureBeyondViewport\":true}"), file);
    }

    void print(Path file) throws IOException {
        save(call("Page.printToPDF", "{\"printBackground\":false,\"preferCSSPageSize\":true}"), file);
    }

    void closeBrowser() {
        call("Browser.close", "{}");
    }

    /** What the tab told about, of some kinds. */
    List<JsonObject> told(String... methods) {
        List<String> wanted = List.of(methods);
        return events.stream()
                .filter(event -> wanted.contains(event.getString("method")))
                .map(event -> event.getJsonObject("params"))
                .toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            try (JsonReader reader = Json.createReader(new StringReader(message.toString()))) {
                take(reader.readObject());
            }
            message.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void take(JsonObject told) {
        if (told.containsKey("id")) {
            replies.remove(told.getInt("id")).complete(told);
            return;
        }
        events.add(told);
        if (told.getString("method").equals("Page.loadEventFired")) {
            loaded.complete(null);
        }
    }

    private JsonObject call(String method, String arguments) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonObject> reply = new CompletableFuture<>();
        replies.put(id, reply);
        socket.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, arguments), true)
                .join();
        JsonObject told = reply.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (told.getOrDefault("error", JsonValue.NULL) != JsonValue.NULL) {
            throw new IllegalStateException(method + ": " + told.get("error"));
        }
        return told.getJsonObject("result");
    }

    private static void save(JsonObject reply, Path file) throws IOException {
        Files.write(file, Base64.getDecoder().decode(reply.getString("data")));
    }
}
