package io.github.hlr4j;

import static io.github.hlr4j.Fixtures.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationRequestTest {

    @Test
    void documented_D02_takes500Numbers() {
        assertThat(VerificationRequest.of(numbers(500)).numbers()).isEqualTo(numbers(500));
    }

    @Test
    void documented_D02_refuses501NumbersAndSaysWhatSplitsThem() {
        List<PhoneNumber> tooMany = numbers(501);

        assertThatThrownBy(() -> VerificationRequest.of(tooMany))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a request holds at most 500 numbers, not 501;"
                        + " VerificationRequest.batches splits a longer list");
    }

    @Test
    void documented_D02_needsANumber() {
        assertThatThrownBy(VerificationRequest::of)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a request needs at least one number");
    }

    @Test
    void refusesANumberThatWouldBePaidForTwice() {
        assertThatThrownBy(() -> VerificationRequest.of(number(1), number(2), number(3), number(2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("number 4 repeats number 2 and would be paid for twice");
    }

    @Test
    void isNotChangedThroughTheListItWasMadeOf() {
        List<PhoneNumber> list = new ArrayList<>(numbers(2));
        VerificationRequest request = VerificationRequest.of(list);

        list.add(number(1));

        assertThat(request.numbers()).isEqualTo(numbers(2));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 1", "500, 1, 500", "501, 2, 1", "1000, 2, 500", "1234, 3, 234"})
    void documented_D02_batchesHoldAllNumbersInTheirOrder(int count, int batches, int sizeOfLast) {
        List<VerificationRequest> requests = VerificationRequest.batches(numbers(count));

        assertThat(requests).hasSize(batches);
        assertThat(requests.stream().flatMap(request -> request.numbers().stream()))
                .containsExactlyElementsOf(numbers(count));
        if (batches > 0) {
            assertThat(requests.get(batches - 1).numbers()).hasSize(sizeOfLast);
        }
    }

    @Test
    void batchesLeaveOutANumberThatOccursAgain() {
        List<PhoneNumber> numbers = new ArrayList<>(numbers(600));
        numbers.addAll(numbers(600));

        assertThat(VerificationRequest.batches(numbers).stream().flatMap(request -> request.numbers().stream()))
                .containsExactlyElementsOf(numbers(600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/hlr",
                "http://app.example/hlr",
                "HTTPS://app.example:8443/a/b?c=d&e=%20",
                "http://[::1]:8080/",
                "https://app.example"
            })
    void documented_D03_takesAnAddressOverHttp(URI url) {
        assertThat(VerificationRequest.of(number(1)).notifying(url).notifyUrl()).contains(url);
    }

    @ParameterizedTest
    @CsvSource({
        "/hlr, an address for results begins with https:// or http:// and names a host",
        "//app.example/hlr, an address for results begins with https:// or http:// and names a host",
        "ftp://app.example/, an address for results begins with https:// or http:// and names a host",
        "mailto:app@app.example, an address for results begins with https:// or http:// and names a host",
        "https:/hlr, an address for results begins with https:// or http:// and names a host",
        "https://app_1.example/, an address for results begins with https:// or http:// and names a host",
        "https://app.example/#part, an address for results has neither a fragment nor a user name",
        "https://me:secret@app.example/, an address for results has neither a fragment nor a user name"
    })
    void documented_D03_refusesAnAddressThatNobodyCanPostTo(URI url, String message) {
        assertThatThrownBy(() -> VerificationRequest.of(number(1)).notifying(url))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void anAddressHasAtMost2048CharactersAsSent() {
        VerificationRequest request = VerificationRequest.of(number(1));
        String base = "https://app.example/";
        URI longest = URI.create(base + "x".repeat(2048 - base.length()));
        URI escapedTooLong = URI.create(base + "\u00E9".repeat(340));

        assertThat(request.notifying(longest).notifyUrl()).contains(longest);
        assertThatThrownBy(() -> request.notifying(URI.create(longest + "x")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("an address for results has at most 2048 characters");
        assertThatThrownBy(() -> request.notifying(escapedTooLong)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void changedCopiesKeepTheRest() {
        URI url = URI.create("https://app.example/hlr/secret");
        VerificationRequest plain = VerificationRequest.of(number(1), number(2));
        VerificationRequest full =
                plain.withTag(Tag.of("signup")).notifying(url).replyingIn(ReplyFormat.XML);

        assertThat(plain.tag()).isEmpty();
        assertThat(plain.notifyUrl()).isEmpty();
        assertThat(plain.replyFormat()).isEmpty();
        assertThat(full.numbers()).isEqualTo(plain.numbers());
        assertThat(full.withTag(Tag.of("again")).notifyUrl()).contains(url);
        assertThat(full.withTag(Tag.of("again")).replyFormat()).contains(ReplyFormat.XML);
        assertThat(full.notifying(URI.create("https://b.example/")).tag()).contains(Tag.of("signup"));
        assertThat(full.replyingIn(ReplyFormat.JSON).tag()).contains(Tag.of("signup"));
        assertThat(full.replyingIn(ReplyFormat.JSON).notifyUrl()).contains(url);
    }

    @Test
    void printsNeitherNumbersNorThePathOfTheAddress() {
        VerificationRequest request = VerificationRequest.of(number(1), number(2))
                .withTag(Tag.of("signup"))
                .notifying(URI.create("https://app.example/hlr/secret?also=secret"))
                .replyingIn(ReplyFormat.XML);

        assertThat(request).hasToString("VerificationRequest[2 numbers, tag=signup, notifying app.example, XML]");
        assertThat(VerificationRequest.of(number(1))).hasToString("VerificationRequest[1 numbers]");
    }

    private static List<PhoneNumber> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Fixtures::number).toList();
    }
}
