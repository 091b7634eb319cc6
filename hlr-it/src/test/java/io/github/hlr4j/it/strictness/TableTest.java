package io.github.hlr4j.it.strictness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables say enough, and only what the contract knows. */
class TableTest {

    private static final Path CONTRACT = Path.of("..", "docs", "contract.md");
    private static final Pattern RULE = Pattern.compile("(?m)^\\| ([DAW]\\d\\d) \\|");
    private static final int FEWEST_ROWS = 60;

    @Test
    void thereAreAtLeast60RepliesAnd60Notifications() {
        assertThat(rows(Table.REPLIES_IN_JSON, Table.REPLIES_IN_XML)).hasSizeGreaterThanOrEqualTo(FEWEST_ROWS);
        assertThat(rows(Table.NOTIFICATIONS_AS_FORMS, Table.NOTIFICATIONS_IN_JSON, Table.NOTIFICATIONS_IN_XML))
                .hasSizeGreaterThanOrEqualTo(FEWEST_ROWS);
    }

    @ParameterizedTest
    @EnumSource
    void everyRowNamesRulesOfTheContract(Table table) throws IOException {
        Set<String> known = RULE.matcher(Files.readString(CONTRACT))
                .results()
                .map(rule -> rule.group(1))
                .collect(Collectors.toSet());
        List<String> strangers = new ArrayList<>();
        for (Row row : table.rows()) {
            if (row.rules().isEmpty() || !known.containsAll(row.rules())) {
                strangers.add(row.name() + ": " + row.why());
            }
        }
        assertThat(known).hasSizeGreaterThan(20);
        assertThat(strangers).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noTwoRowsHaveOneName(Table table) {
        assertThat(table.rows()).extracting(Row::name).doesNotHaveDuplicates();
    }

    private static List<Row> rows(Table... tables) {
        return Stream.of(tables).flatMap(table -> table.rows().stream()).toList();
    }
}
