package io.github.hlr4j.testkit.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes notifications in one encoding. */
interface NotificationBodies {

    /** What {@link #spellings()} say. */
    List<Field> SPELT = List.of(new Field("phone", "+33639980001"), new Field("errorName", "NO_ERROR"));

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
