package io.github.hlr4j.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.HlrException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.PlanFacts;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private final PhoneNumberSet answered = new PhoneNumberSet();

    @Test
    void batchesHave500NumbersAndTheLastOneTheRest() {
        Planning planning = planning(numbers(0, 1_203));

        assertThat(List.of(
                        planning.next().size(),
                        planning.next().size(),
                        planning.next().size()))
                .containsExactly(500, 500, 203);
        assertThat(planning.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(planning::next);
        assertThat(planning.facts().numbers()).isEqualTo(1_203);
    }

    @Test
    void aNumberThatOccursAgainIsCountedAndLeftOut() {
        Planning planning = planning(Stream.concat(numbers(0, 10), numbers(5, 20)));

        assertThat(planning.next()).containsExactlyElementsOf(numbers(0, 20).toList());
        assertThat(planning.facts())
                .extracting(PlanFacts::numbers, PlanFacts::duplicates)
                .containsExactly(20L, 5L);
    }

    @Test
    void whatWasAnsweredLatelyIsSkippedAndCountedOnce() {
        numbers(0, 3).forEach(phone -> answered.add(PhoneNumberSet.digits(phone)));

        Planning planning = planning(Stream.concat(numbers(2, 5), numbers(2, 3)));

        assertThat(planning.next()).containsExactlyElementsOf(numbers(3, 5).toList());
        PlanFacts facts = planning.facts();
        assertThat(List.of(facts.numbers(), facts.skipped(), facts.duplicates()))
                .containsExactly(2L, 1L, 1L);
    }

    @Test
    void theDigestTellsListsApartByTheirDistinctNumbersInTheirOrder() {
        String digest = digest(numbers(0, 10));

        assertThat(digest(numbers(0, 10))).isEqualTo(digest);
        assertThat(digest(Stream.concat(numbers(0, 10), numbers(3, 7)))).isEqualTo(digest);
        assertThat(digest(numbers(0, 11))).isNotEqualTo(digest);
        assertThat(digest(Stream.concat(numbers(1, 10), numbers(0, 1)))).isNotEqualTo(digest);
        numbers(0, 2).forEach(phone -> answered.add(PhoneNumberSet.digits(phone)));
        assertThat(digest(numbers(0, 10))).isEqualTo(digest);
    }

    @Test
    void factsWaitForTheLastBatch() {
        Planning planning = planning(numbers(0, 2));

        assertThatExceptionOfType(HlrException.class).isThrownBy(planning::facts);
    }

    private Planning planning(Stream<PhoneNumber> numbers) {
        return new Planning(numbers.iterator(), answered);
    }

    private String digest(Stream<PhoneNumber> numbers) {
        return Planning.factsOf(numbers.iterator(), answered).digest();
    }

    private static Stream<PhoneNumber> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Fixtures::phone);
    }
}
