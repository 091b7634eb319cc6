package io.github.hlr4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every input of the corpus, read again by its target: without Jazzer, whose agent takes longer to start than all of this. */
class CorpusTest {

    private static final int ANY_PIECE = 0x2F0B_4C47;
    private static final int FEWEST_INPUTS = 20;

    /** Nine digits and more, as they stand between other characters. */
    private static final Pattern LONG_DIGITS = Pattern.compile("\\d(?:[\\s.()/-]?\\d){8,}");

    private static final Pattern NOBODYS = Pattern.compile(
            "(?:00)?33(?:0)?63998\\d*|(?:00)?330{8}|0+1?|9+|1234123441234.*|2147483648|0?63998\\d*|0?3998\\d*");

    @ParameterizedTest
    @EnumSource
    void everyInputKeepsTheClaims(Targets target) {
        Bounds bounds = target.open();
        List<Path> inputs = inputs(target);
        assertThat(inputs).hasSizeGreaterThanOrEqualTo(FEWEST_INPUTS);
        for (Path input : inputs) {
            try {
                byte[] body = Files.readAllBytes(input);
                bounds.read(body);
                bounds.pumped(body, ANY_PIECE);
            } catch (IOException | RuntimeException | AssertionError e) {
                fail(target.id() + "/" + input.getFileName(), e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noInputHoldsANumberThatSomebodyMayOwn(Targets target) throws IOException {
        List<String> suspects = new ArrayList<>();
        for (Path input : inputs(target)) {
            String text = Files.readString(input, StandardCharsets.ISO_8859_1);
            LONG_DIGITS
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(digits ->
                            !NOBODYS.matcher(digits.replaceAll("\\D", "")).matches())
                    .forEach(digits -> suspects.add(input.getFileName() + ": " + digits));
        }
        assertThat(suspects).isEmpty();
    }

    private static List<Path> inputs(Targets target) {
        try (Stream<Path> files = Files.list(
                Path.of(CorpusTest.class.getResource("/corpus/" + target.id()).toURI()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError("a folder of resources has a path", e);
        }
    }
}
