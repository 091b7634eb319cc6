package io.github.hlr4j.client;

import static io.github.hlr4j.Fixtures.KEY;
import static io.github.hlr4j.Fixtures.number;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.Fixtures;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.Tag;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.WordFormat;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves the house, seen by a transport. */
class RequestBodyTest {

    private static final VerificationRequest ONE = VerificationRequest.of(number(1));

    @Test
    void documented_D01_isPostedToTheAddressOfThePage() {
        assertThat(posted(KEY, ONE).uri()).hasToString("https://api.smspartner.fr/v1/hlr/notify");
    }

    @Test
    void documented_D02_carriesTheKeyAndTheNumber() {
        assertThat(body(ONE))
                .isEqualTo("{\"apiKey\":\"fake-key-4711\",\"phoneNumbers\":\"+33639980001\",\"_format\":\"json\"}");
    }

    @Test
    void documented_D02_separatesNumbersByCommasInTheirOrder() {
        assertThat(body(VerificationRequest.of(number(3), number(1), number(2))))
                .contains("\"phoneNumbers\":\"+33639980003,+33639980001,+33639980002\"");
    }

    @Test
    void documented_D02_carries500NumbersWhole() {
        String joined = IntStream.range(0, 500)
                .mapToObj(i -> "+3363998%04d".formatted(i))
                .collect(Collectors.joining(","));

        assertThat(body(VerificationRequest.of(
                        IntStream.range(0, 500).mapToObj(Fixtures::number).toList())))
                .contains("\"phoneNumbers\":\"" + joined + "\"");
    }

    @Test
    void documented_D03_carriesTagAddressAndFormat() {
        VerificationRequest request = ONE.withTag(Tag.of("signup"))
                .notifying(URI.create("https://app.example/hlr/h1token?x=%22"))
                .replyingIn(ReplyFormat.XML);

        assertThat(body(request))
                .isEqualTo("{\"apiKey\":\"fake-key-4711\",\"phoneNumbers\":\"+33639980001\",\"tag\":\"signup\","
                        + "\"notifyUrl\":\"https://app.example/hlr/h1token?x=%22\",\"_format\":\"xml\"}");
    }

    @Test
    void documented_D03_escapesAnAddressThatIsNotAscii() {
        assertThat(body(ONE.notifying(URI.create("https://app.example/\u00E9t\u00E9"))))
                .contains("\"notifyUrl\":\"https://app.example/%C3%A9t%C3%A9\"");
    }

    @Test
    void documented_D05_isDeclaredAsJson() {
        assertThat(posted(KEY, ONE).contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({"JSON, application/json, json", "XML, application/xml, xml"})
    void assumed_A01_isJsonAlsoWhereTheReplyIsNot(ReplyFormat format, String accept, String name) {
        HttpPost post = posted(KEY, ONE.replyingIn(format));

        assertThat(post.contentType()).isEqualTo("application/json");
        assertThat(post.accept()).isEqualTo(accept);
        assertThat(new String(post.body(), UTF_8)).startsWith("{\"apiKey\"").endsWith("\"_format\":\"" + name + "\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            say "hi"         | say \\"hi\\"
            back\\slash      | back\\\\slash
            a/b              | a/b
            \u00E9t\u00E9    | \u00E9t\u00E9
            \u65E5\u672C\u20AC     | \u65E5\u672C\u20AC
            \uD83D\uDCDE ok  | \\ud83d\\udcde ok
            \uD83D           | \\ud83d
            {"a":1}          | {\\"a\\":1}
            ","apiKey":"x    | \\",\\"apiKey\\":\\"x
            """)
    void assumed_A01_escapesWhatWouldEndOrBreakAString(String tag, String json) {
        assertThat(body(ONE.withTag(Tag.of(tag)))).contains(",\"tag\":\"" + json + "\",\"_format\"");
    }

    @Test
    void escapesTheKeyToo() {
        assertThat(new String(posted(ApiKey.of("fake\"key\\"), ONE).body(), UTF_8))
                .startsWith("{\"apiKey\":\"fake\\\"key\\\\\",\"phoneNumbers\"");
    }

    private static String body(VerificationRequest request) {
        return new String(posted(KEY, request).body(), UTF_8);
    }

    private static HttpPost posted(ApiKey key, VerificationRequest request) {
        AtomicReference<HttpPost> seen = new AtomicReference<>();
        HlrClient client = HlrClient.builder(key)
                .transport(post -> {
                    seen.set(post);
                    return new HttpReply(200, Map.of(), "accepted".getBytes(UTF_8));
                })
                .formats(new WordFormat(ReplyFormat.JSON), new WordFormat(ReplyFormat.XML))
                .build();

        assertThat(client.submit(request)).isInstanceOf(Submission.Accepted.class);
        return seen.get();
    }
}
