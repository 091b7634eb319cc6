package io.github.hlr4j.it;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window and with an empty profile, steered over its debugging port on loopback. */
final class Chromium implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final String ANNOUNCEMENT = "DevTools listening on ";

    private final Process process;
    private final URI tabs;

    private Chromium(Process process, URI tabs) {
        this.process = process;
        this.tabs = tabs;
    }

    /** The program, if this machine has one. */
    static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader err = process.errorReader();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            if (line.startsWith(ANNOUNCEMENT)) {
                URI debugger = URI.create(line.substring(ANNOUNCEMENT.length()));
                keepEmpty(err);
                return new Chromium(process, URI.create("http://" + debugger.getAuthority() + "/json/new?about:blank"));
            }
        }
        throw new IOException(program + " ended without listening");
    }

    ChromiumTab newTab() {
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<String> made = http.sendAsync(
                        HttpRequest.newBuilder(tabs)
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join();
        try (JsonReader tab = Json.createReader(new StringReader(made.body()))) {
            return ChromiumTab.open(http, URI.create(tab.readObject().getString("webSocketDebuggerUrl")));
        }
    }

    /** Asks it to end, so that it clears up; the profile can be deleted when this returns. */
    @Override
    public void close() {
        newTab().closeBrowser();
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly().onExit().join();
    }

    /** A full pipe would stop the browser. */
    private static void keepEmpty(BufferedReader err) {
        Thread reader = new Thread(() -> err.lines().forEach(line -> {}), "chromium-stderr");
        reader.setDaemon(true);
        reader.start();
    }
}
