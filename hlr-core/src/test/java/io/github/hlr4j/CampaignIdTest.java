package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignIdTest {

    @Test
    void documented_D06_isTheIdOfTheSampleAndPrintsAsIt() {
        assertThat(CampaignId.of("HLR000000")).hasToString("HLR000000");
        assertThat(CampaignId.of("!~")).hasToString("!~");
    }

    @Test
    void hasAtMost64Characters() {
        assertThat(CampaignId.of("H".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> CampaignId.of("H".repeat(65))).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "HLR 1", "HLR1\n", "HLR\u007F", "HLR\u00E9"})
    void isVisibleAsciiOnly(String value) {
        assertThatThrownBy(() -> CampaignId.of(value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a campaign id is 1 to 64 visible ASCII characters");
    }
}
