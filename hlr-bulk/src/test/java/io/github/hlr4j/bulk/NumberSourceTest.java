package io.github.hlr4j.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberSourceTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheNumberOfEachLine() throws IOException {
        assertThat(read("\uFEFF+33 6 39 98 00 01\r\n# a comment\n \n0033639980002"))
                .containsExactly(PhoneNumber.parse("+33639980001"), PhoneNumber.parse("+33639980002"));
        assertThat(read("")).isEmpty();
    }

    @Test
    void namesTheLineThatIsNoNumberAndNotWhatStandsThere() {
        assertThatThrownBy(() -> read("+33639980001\n\n0639980002\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("numbers.txt, line 3: not a phone number: it begins with a single 0")
                .hasMessageNotContaining("639980002");
    }

    @Test
    void refusesAFileThatIsNotUtf8() {
        assertThatThrownBy(() -> read("+33639980001\nCl\u00E9\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("cannot read ");
    }

    /** Written as Latin-1, in which the accent is no UTF-8. */
    private List<PhoneNumber> read(String text) throws IOException {
        Path file = folder.resolve("numbers.txt");
        Files.write(
                file, text.getBytes(text.startsWith("\uFEFF") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
        try (Stream<PhoneNumber> numbers = NumberSource.lines(file).open()) {
            return numbers.toList();
        }
    }
}
