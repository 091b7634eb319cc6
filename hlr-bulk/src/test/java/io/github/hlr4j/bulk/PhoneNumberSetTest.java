package io.github.hlr4j.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhoneNumberSetTest {

    private final PhoneNumberSet set = new PhoneNumberSet();

    @Test
    void aNumberIsNewOnce() {
        long digits = PhoneNumberSet.digits(PhoneNumber.parse("+33639980001"));

        assertThat(digits).isEqualTo(33_639_980_001L);
        assertThat(set.contains(digits)).isFalse();
        assertThat(set.add(digits)).isTrue();
        assertThat(set.contains(digits)).isTrue();
        assertThat(set.add(digits)).isFalse();
    }

    @Test
    void itAgreesWithASetOfTheJdkOnNumbersNearAndFar() {
        Random random = new Random(7);
        Set<Long> truth = new HashSet<>();
        for (int i = 0; i < 300_000; i++) {
            long digits =
                    i % 2 == 0 ? 33_600_000_000L + random.nextInt(200_000) : 1_000_000 + random.nextLong(1L << 49);

            assertThat(set.add(digits)).isEqualTo(truth.add(digits));
        }
        assertThat(truth).allMatch(set::contains);
        assertThat(random.longs(1_000, 1L << 49, 1L << 50)).noneMatch(set::contains);
    }
}
