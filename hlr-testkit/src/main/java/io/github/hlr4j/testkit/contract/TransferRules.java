package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.testkit.socket.RawClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How a body may arrive, how much of it, and what becomes of one that does not arrive whole. */
abstract class TransferRules extends FieldRules {

    private static final int MAX_VALUE_BYTES = 2 * 1024;
    private static final int MAX_FORM_BYTES = 16 * 1024;
    private static final int MAX_BYTES = 256 * 1024;
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String END_OF_CHUNKS = "0\r\n\r\n";
    private static final String ONLY_A_PHONE = "phone=%2B33639980001";

    @Test
    final void aBodyMayArriveByteByByte() {
        arrives(length(GOOD), pieces(GOOD));
    }

    @Test
    final void aBodyMayArriveInChunksOfAByte() {
        List<String> chunks = pieces(GOOD).stream().map(TransferRules::chunk).toList();

        arrives(
                CHUNKED,
                Stream.concat(chunks.stream(), Stream.of(END_OF_CHUNKS)).toList());
    }

    /** Sends a piece, lets the site begin to read while another is served, and sends the others. */
    private void arrives(String header, List<String> pieces) {
        AwaitedRequest request = request();
        try (RawClient client = connect()) {
            client.request("POST", request.target(), pieces.get(0), RawClient.FORM, header);
            assertThat(post(request(), GOOD)).isEqualTo(204);
            pieces.stream().skip(1).forEach(client::send);

            assertThat(CallbackAnswer.next(client).status()).isEqualTo(204);
        }
        assertThat(request.results())
                .singleElement()
                .satisfies(result -> assertThat(result.status()).isEqualTo(HlrStatus.NO_ERROR));
    }

    @Test
    final void aSenderThatAsksFirstIsToldToGoOn() {
        AwaitedRequest request = request();
        try (RawClient client = connect()) {
            client.head("POST", request.target(), RawClient.FORM, length(GOOD), "Expect: 100-continue");

            assertThat(client.status()).isEqualTo(100);
            assertThat(CallbackAnswer.next(client.send(GOOD)).status()).isEqualTo(204);
        }
    }

    @TestFactory
    final Stream<DynamicTest> aFormMayHave16KibibytesAndNotOneMore() {
        return Stream.of(MAX_FORM_BYTES, MAX_FORM_BYTES + 1)
                .flatMap(size -> sized(
                        NotificationEncoding.FORM,
                        GOOD + "&".repeat(size - GOOD.length()),
                        size > MAX_FORM_BYTES ? 413 : 204));
    }

    @TestFactory
    final Stream<DynamicTest> aValueMayHave2KibibytesAndNotOneMore() {
        return Stream.of(MAX_VALUE_BYTES, MAX_VALUE_BYTES + 1)
                .flatMap(size -> sized(
                        NotificationEncoding.FORM,
                        GOOD + "&errorDesc=" + "x".repeat(size),
                        size > MAX_VALUE_BYTES ? 400 : 204));
    }

    @Test
    final void aFormThatIsTooLargeIs413EvenWhereItCannotBeRead() {
        assertThat(post(request(), "x".repeat(MAX_FORM_BYTES + 1))).isEqualTo(413);
    }

    @TestFactory
    final Stream<DynamicTest> otherFormatsMayHave256KibibytesWhereTheyAreRead() {
        return formatsOfModules().flatMap(format -> {
            String body = format.bodies().pageSample();
            return sized(format, body + " ".repeat(MAX_BYTES - body.length()), whereDeployed(format, 204));
        });
    }

    private Stream<DynamicTest> sized(NotificationEncoding format, String body, int status) {
        String name = format + " of " + body.length() + " bytes";
        return Stream.of(
                dynamicTest(name, () -> isAnswered(length(body), body, status)),
                dynamicTest(name + " in a chunk", () -> isAnswered(CHUNKED, chunk(body) + END_OF_CHUNKS, status)));
    }

    private void isAnswered(String header, String text, int status) {
        AwaitedRequest request = request();

        assertThat(ask("POST", request.target(), text, RawClient.FORM, header).status())
                .isEqualTo(status);
        assertThat(request.calls()).hasSize(status == 204 ? 1 : 0);
    }

    @TestFactory
    final Stream<DynamicTest> aBodyWithoutAnEndIs413AtTheFirstByteBeyond256Kibibytes() {
        return Stream.of("phone=1", "{\"a\":\"", "<a>")
                .map(start -> dynamicTest(start + "...", () -> {
                    String soFar = start + "x".repeat(MAX_BYTES + 1 - start.length());
                    String text = Integer.toHexString(10 * MAX_BYTES) + "\r\n" + soFar;

                    assertThat(ask("POST", request().target(), text, RawClient.FORM, CHUNKED)
                                    .status())
                            .isEqualTo(413);
                }));
    }

    @TestFactory
    final Stream<DynamicTest> whatDoesNotArriveWholeIsNotTakenAndMayComeAgain() {
        String half = chunk(ONLY_A_PHONE);
        return Stream.of(
                broken("no byte of a body", length(GOOD), ""),
                broken("the beginning of a body", length(GOOD), ONLY_A_PHONE),
                broken("all but the last byte", length(GOOD), GOOD.substring(0, GOOD.length() - 1)),
                broken("no chunk", CHUNKED, ""),
                broken("the beginning of a chunk", CHUNKED, chunk(GOOD).substring(0, 30)),
                broken("chunks without an end", CHUNKED, half),
                broken("something that is no chunk", CHUNKED, half + "none\r\n" + END_OF_CHUNKS),
                broken("a chunk of a negative size", CHUNKED, half + "-1\r\n" + END_OF_CHUNKS),
                broken(
                        "a chunk of a size beyond 64 bits",
                        CHUNKED,
                        half + "10000000000000001\r\nx\r\n" + END_OF_CHUNKS),
                broken("a chunk that is longer than it says", CHUNKED, "5\r\n" + ONLY_A_PHONE + "\r\n" + END_OF_CHUNKS),
                broken("a negative length", "Content-Length: -1", GOOD),
                broken("a length that is no number", "Content-Length: all", GOOD),
                broken("a length beyond 64 bits", "Content-Length: 18446744073709551636", GOOD),
                broken("two lengths", length(GOOD) + "\r\n" + length(ONLY_A_PHONE), GOOD));
    }

    private DynamicTest broken(String what, String header, String text) {
        return dynamicTest(what, () -> {
            AwaitedRequest request = request();
            try (RawClient client = connect()) {
                client.request("POST", request.target(), text, RawClient.FORM, header)
                        .endSending();

                assertThat(client.rest()).as("an answer 4xx, or the end").matches("(?s)(HTTP/1.1 4.*)?");
            }
            assertThat(request.calls()).isEmpty();
            assertThat(post(request, GOOD)).isEqualTo(204);
            assertThat(request.results()).hasSize(1);
        });
    }

    @Test
    final void whatStandsBehindTheLengthIsNoPartOfTheBody() {
        AwaitedRequest request = request();

        CallbackAnswer answer = ask("POST", request.target(), GOOD, RawClient.FORM, length(ONLY_A_PHONE));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(request.results())
                .singleElement()
                .satisfies(result -> assertThat(result.status()).isEqualTo(HlrStatus.UNKNOWN));
    }

    private static String length(String body) {
        return "Content-Length: " + body.length();
    }

    private static String chunk(String data) {
        return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
    }

    private static List<String> pieces(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }
}
