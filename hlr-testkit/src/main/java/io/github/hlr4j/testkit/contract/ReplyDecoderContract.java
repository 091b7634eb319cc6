package io.github.hlr4j.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link ReplyDecoder} must do: read the service's documented replies to the letter, and refuse everything that
 * is only almost one of them.
 *
 * <p>Extend it, give the decoder and its format, and run it with JUnit 5.14 or newer.
 */
public abstract class ReplyDecoderContract {

    /** Creates a suite. */
    protected ReplyDecoderContract() {}

    /**
     * The decoder that is checked.
     *
     * @return a decoder; asked for several times
     */
    protected abstract ReplyDecoder decoder();

    /**
     * The format that the decoder reads, which chooses the bodies.
     *
     * @return the format
     */
    protected abstract ReplyFormat format();

    @Test
    void documented_D06_D07_readsTheSuccessOfThePage() {
        assertThat(decode(bodies().success())).isEqualTo(bodies().meaningOfSuccess());
    }

    @Test
    void documented_D08_D09_readsTheRefusalOfThePageWithItsAccent() {
        assertThat(decode(bodies().refusal())).isEqualTo(ReplyBodies.REFUSAL);
    }

    @Test
    void documented_D06_D09_dropsAByteOrderMark() {
        assertThat(decode("\uFEFF" + bodies().success())).isEqualTo(bodies().meaningOfSuccess());
        assertThat(decode("\uFEFF" + bodies().refusal())).isEqualTo(ReplyBodies.REFUSAL);
    }

    @TestFactory
    Stream<DynamicTest> documented_D06_D09_readsOtherSpellingsOfTheSame() {
        return bodies().accepted().entrySet().stream()
                .map(body -> dynamicTest(
                        BodySample.shortened(body.getKey()),
                        () -> assertThat(decode(body.getKey())).isEqualTo(body.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> documented_D06_D09_refusesWhatIsOnlyAlmostAReply() {
        return bodies().refused()
                .map(sample ->
                        dynamicTest(sample.shortName(), () -> HostileBytes.refusal(decoder()::decode, sample.body())));
    }

    @Test
    void documented_D06_D09_refusesEveryBeginningOfAReply() {
        AtomicInteger beginnings = new AtomicInteger();
        Stream.of(bodies().success(), bodies().refusal())
                .flatMap(body -> HostileBytes.beginnings(body.getBytes(UTF_8)))
                .peek(beginning -> beginnings.incrementAndGet())
                .forEach(beginning -> HostileBytes.refusal(decoder()::decode, beginning));
        assertThat(beginnings).hasValueGreaterThan(100);
    }

    @Test
    void documented_D06_D09_throwsNothingButItsOwnExceptionWhateverTheBytes() {
        Stream.of(bodies().success(), bodies().refusal())
                .map(body -> body.getBytes(UTF_8))
                .forEach(body -> HostileBytes.survive(
                        decoder()::decode,
                        HostileBytes.mutants(body),
                        reply -> assertThat(reply).isNotNull()));
    }

    @Test
    void documented_D06_D07_readsNoFile(@TempDir Path folder) throws IOException {
        HostileBytes.readsNoFile(decoder()::decode, bodies()::successThatReads, folder);
    }

    @Test
    void documented_D06_D07_fetchesNoAddress() {
        HostileBytes.fetchesNoAddress(decoder()::decode, bodies()::successThatReads);
    }

    @Test
    void documented_D06_D09_readsTwoBodiesInEightThreadsAtOnce() throws InterruptedException, ExecutionException {
        ReplyDecoder shared = decoder();
        byte[] success = bodies().success().getBytes(UTF_8);
        byte[] refusal = bodies().refusal().getBytes(UTF_8);
        AtomicInteger turn = new AtomicInteger();
        assertThat(Crowd.all(() -> turn.getAndIncrement() % 2 == 0
                        ? shared.decode(success).equals(bodies().meaningOfSuccess())
                        : shared.decode(refusal).equals(ReplyBodies.REFUSAL)))
                .as("each thread read its own body")
                .containsOnly(true);
    }

    private SubmissionReply decode(String body) {
        return decoder().decode(body.getBytes(UTF_8));
    }

    private ReplyBodies bodies() {
        return ReplyBodies.of(format());
    }
}
