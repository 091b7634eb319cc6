package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrelationTest {

    @Test
    void assumed_A05_readsWhatItWrote() {
        Correlation written = Correlation.random(new Random(1));
        ByteBuffer bytes = ByteBuffer.allocate(Correlation.BYTES);
        written.writeTo(bytes);

        assertThat(bytes.hasRemaining()).isFalse();
        assertThat(Correlation.readFrom(bytes.flip())).isEqualTo(written);
    }

    @Test
    void printsAs32HexadecimalDigits() {
        assertThat(new Correlation(0x0123456789ABCDEFL, 15)).hasToString("0123456789abcdef000000000000000f");
    }
}
