package io.github.hlr4j.testkit.contract;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes notifications in one encoding. */
interface NotificationBodies {

    /** What {@link #spellings()} say. */
    List<Field> SPELT = List.of(new Field("phone", "+33639980001"), new Field("errorName", "NO_ERROR"));

    /** What the sample of the page means (D11). */
    HlrNotification PAGE_MEANING = new HlrNotification(
            PhoneNumber.parse("+3300000000"),
            HlrStatus.NO_ERROR,
            Optional.of("0"),
            Optional.of("NO_ERROR"),
            Optional.of("No Error"),
            Optional.of(NetworkCode.parse("20815")),
            Optional.of(true),
            Optional.of("1234-12344-1234-1234"),
            Optional.of(Instant.parse("2018-03-05T10:34:52.355Z")));

    /** One field; a null text is written as the encoding's null, or not at all where it has none. */
    record Field(String name, String text) {}

    /** The sample of the page (D11), with numbers written as numbers where the encoding knows numbers. */
    String pageSample();

    /** One result; a name may stand twice. */
    String one(List<Field> fields);

    /** Several results; empty where the encoding carries one only. */
    Optional<String> many(List<List<Field>> results);

    /** Bodies that say {@link #SPELT}, and nothing else that counts. */
    Stream<BodySample> spellings();

    /** Bodies that cannot be read. */
    Stream<BodySample> refused();

    /** A result that reads a file into its phone, or fetches an address, if the decoder lets it; none but in XML. */
    default Optional<String> oneThatReads(String address) {
        return Optional.empty();
    }

    /** Fields that no page names. */
    static List<Field> unknownFields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Field("unknown" + i, "1"))
                .toList();
    }
}
