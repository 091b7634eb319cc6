package io.github.hlr4j.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two receivers, each a process of its own, that share a file. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TwoNodesTest {

    private static final int POSTS = 100;
    private static final SampleResult RESULT = new SampleResult(1);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void equalPostsToBothAtOnceAreOneRowAndOneHandOver() throws Exception {
        ReceiverFiles files = ReceiverFiles.create(folder);
        try (ReceiverProcess one = ReceiverProcess.start(files);
                ReceiverProcess other = ReceiverProcess.start(files)) {
            List<CompletableFuture<Integer>> posts = IntStream.range(0, POSTS)
                    .mapToObj(post -> post(post % 2 == 0 ? one : other))
                    .toList();

            assertThat(posts).extracting(CompletableFuture::join).containsOnly(204);
        }
        assertThat(TakenResult.keptIn(files.database())).containsExactly(RESULT.taken());
        assertThat(files.handOvers().results()).containsExactly(RESULT.taken());
    }

    private CompletableFuture<Integer> post(ReceiverProcess receiver) {
        return http.sendAsync(receiver.notification(RESULT), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }
}
