package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.contract.NotificationBodies.PAGE_MEANING;
import static io.github.hlr4j.testkit.contract.NotificationBodies.unknownFields;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.testkit.contract.NotificationBodies.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link NotificationDecoder} must do: read each result that can be read, whatever stands beside it, and survive
 * whatever the open internet sends.
 *
 * <p>Extend it, give the decoder and its encoding, and run it with JUnit 5.14 or newer. What an encoding does not have,
 * several results in a form, is reported as skipped.
 */
public abstract class NotificationDecoderContract {

    private static final List<Field> PAGE_SAMPLE = List.of(
            new Field("phone", "+3300000000"),
            new Field("messageId", "1234-12344-1234-1234"),
            new Field("mccMnc", "20815"),
            new Field("ported", "1"),
            new Field("errorGrpId", "0"),
            new Field("errorName", "NO_ERROR "),
            new Field("errorDesc", "No Error"),
            new Field("date", "2018-03-05T10:34:52.355+0000"));

    /** Creates a suite. */
    protected NotificationDecoderContract() {}

    /**
     * The decoder that is checked.
     *
     * @return a decoder; asked for several times
     */
    protected abstract NotificationDecoder decoder();

    /**
     * What the decoder reads, which chooses the bodies.
     *
     * @return the encoding
     */
    protected abstract NotificationEncoding encoding();

    @Test
    void documented_D11_readsTheSampleOfThePage() {
        assertThat(meanings(bodies().pageSample())).containsExactly(PAGE_MEANING);
    }

    @Test
    void assumed_A09_readsNumbersThatArriveAsText() {
        assertThat(meanings(bodies().one(PAGE_SAMPLE))).containsExactly(PAGE_MEANING);
    }

    @TestFactory
    Stream<DynamicTest> assumed_A09_leavesOutAFieldThatIsNull() {
        return PAGE_SAMPLE.stream()
                .skip(1)
                .map(missing -> dynamicTest(missing.name(), () -> {
                    List<Field> fields = new ArrayList<>(PAGE_SAMPLE);
                    fields.set(fields.indexOf(missing), new Field(missing.name(), null));
                    assertThat(decode(bodies().one(fields)))
                            .singleElement()
                            .satisfies(result -> assertThat(result)
                                    .doesNotContainKey(missing.name())
                                    .hasSize(7));
                }));
    }

    @Test
    void assumed_A09_readsAPhoneAlone() {
        assertThat(decode(bodies().one(PAGE_SAMPLE.subList(0, 1)))).containsExactly(Map.of("phone", "+3300000000"));
    }

    @Test
    void assumed_A09_passesUnknownFields() {
        assertThat(meanings(bodies().one(with(unknownFields(10))))).containsExactly(PAGE_MEANING);
    }

    @Test
    void assumed_A09_keepsTheTextOfAnUnknownCode() {
        List<Field> fields = List.of(new Field("phone", "33639980001"), new Field("errorGrpId", "0777"));
        assertThat(meanings(bodies().one(fields))).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(HlrStatus.UNKNOWN);
            assertThat(result.errorGrpId()).contains("0777");
        });
    }

    @Test
    void assumed_A09_readsTextBeyondAscii() {
        String words = "Numéro \"inconnu\" \\ 50 % + 1 & <b>d'un</b> = \u2603 \uD83D\uDCF1";
        List<Field> fields = List.of(new Field("phone", "+33639980001"), new Field("errorDesc", words));
        assertThat(decode(bodies().one(fields))).containsExactly(Map.of("phone", "+33639980001", "errorDesc", words));
    }

    @Test
    void assumed_A09_replacesBytesThatAreNotUtf8InsteadOfLosingTheResult() {
        String body = bodies().one(List.of(new Field("phone", "33639980001"), new Field("errorDesc", "Cl*")));
        byte[] latin1 = body.replace("*", "\u00E9").getBytes(ISO_8859_1);
        assertThat(decoder().decode(latin1)).containsExactly(Map.of("phone", "33639980001", "errorDesc", "Cl\uFFFD"));
    }

    @Test
    void assumed_A03_readsSeveralResultsInTheirOrder() {
        assertThat(decode(many(3)))
                .extracting(result -> result.get("phone"))
                .containsExactly("+33639980000", "+33639980001", "+33639980002");
    }

    @Test
    void assumed_A03_reads500ResultsAndRefusesOneMore() {
        assertThat(decode(many(NotificationDecoder.MAX_RESULTS))).hasSize(NotificationDecoder.MAX_RESULTS);
        refuse(many(NotificationDecoder.MAX_RESULTS + 1));
    }

    @Test
    void assumed_A03_reads32FieldsAndRefusesOneMore() {
        int room = NotificationDecoder.MAX_FIELDS - PAGE_SAMPLE.size();
        assertThat(meanings(bodies().one(with(unknownFields(room))))).containsExactly(PAGE_MEANING);
        refuse(bodies().one(with(unknownFields(room + 1))));
    }

    @Test
    void assumed_A03_readsAFieldThatStandsTwiceWithOneTextAndRefusesTwoTexts() {
        assertThat(meanings(bodies().one(with(PAGE_SAMPLE)))).containsExactly(PAGE_MEANING);
        refuse(bodies().one(with(List.of(new Field("phone", "+33639980001")))));
        refuse(bodies().one(with(List.of(new Field("errorName", "EC_ABSENT_SUBSCRIBER")))));
    }

    @TestFactory
    Stream<DynamicTest> assumed_A03_A04_readsOtherSpellingsOfTheSame() {
        List<HlrNotification> expected = meanings(bodies().one(NotificationBodies.SPELT));
        return bodies().spellings()
                .map(sample -> dynamicTest(
                        sample.shortName(),
                        () -> assertThat(meanings(sample.body())).isEqualTo(expected)));
    }

    @TestFactory
    Stream<DynamicTest> assumed_A03_refusesWhatIsNotOfTheEncoding() {
        return bodies().refused()
                .map(sample ->
                        dynamicTest(sample.shortName(), () -> HostileBytes.refusal(decoder()::decode, sample.body())));
    }

    @Test
    void assumed_A03_throwsNothingButItsOwnExceptionWhateverTheBytes() {
        Stream.of(bodies().pageSample(), bodies().one(NotificationBodies.SPELT))
                .map(body -> body.getBytes(UTF_8))
                .forEach(body -> HostileBytes.survive(
                        decoder()::decode,
                        Stream.concat(HostileBytes.beginnings(body), HostileBytes.mutants(body)),
                        NotificationDecoderContract::requireSound));
    }

    @Test
    void assumed_A03_readsNoFile(@TempDir Path folder) throws IOException {
        HostileBytes.readsNoFile(decoder()::decode, bodies()::oneThatReads, folder);
    }

    @Test
    void assumed_A03_fetchesNoAddress() {
        HostileBytes.fetchesNoAddress(decoder()::decode, bodies()::oneThatReads);
    }

    @Test
    void assumed_A03_readsTwoBodiesInEightThreadsAtOnce() throws InterruptedException, ExecutionException {
        NotificationDecoder shared = decoder();
        byte[] one = bodies().pageSample().getBytes(UTF_8);
        byte[] other = bodies().one(NotificationBodies.SPELT).getBytes(UTF_8);
        List<Map<String, String>> saidByOne = decoder().decode(one);
        List<Map<String, String>> saidByOther = decoder().decode(other);
        AtomicInteger turn = new AtomicInteger();
        assertThat(Crowd.all(() -> turn.getAndIncrement() % 2 == 0
                        ? shared.decode(one).equals(saidByOne)
                        : shared.decode(other).equals(saidByOther)))
                .as("each thread read its own body")
                .containsOnly(true);
    }

    private static void requireSound(List<Map<String, String>> results) {
        assertThat(results)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(NotificationDecoder.MAX_RESULTS)
                .allSatisfy(result -> {
                    assertThat(result).hasSizeLessThanOrEqualTo(NotificationDecoder.MAX_FIELDS);
                    assertThat(result.values()).doesNotContainNull();
                });
    }

    private String many(int count) {
        Optional<String> many = bodies().many(IntStream.range(0, count)
                .mapToObj(i -> List.of(new Field("phone", String.format("+33639980%03d", i))))
                .toList());
        assumeTrue(many.isPresent(), encoding() + " carries one result only");
        return many.get();
    }

    private static List<Field> with(List<Field> more) {
        return Stream.concat(PAGE_SAMPLE.stream(), more.stream()).toList();
    }

    private void refuse(String body) {
        HostileBytes.refusal(decoder()::decode, body.getBytes(UTF_8));
    }

    private List<Map<String, String>> decode(String body) {
        return decoder().decode(body.getBytes(UTF_8));
    }

    private List<HlrNotification> meanings(String body) {
        return meanings(body.getBytes(UTF_8));
    }

    private List<HlrNotification> meanings(byte[] body) {
        return decoder().decode(body).stream().map(HlrNotification::fromFields).toList();
    }

    private NotificationBodies bodies() {
        return encoding().bodies();
    }
}
