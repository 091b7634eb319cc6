import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Judges what PIT found in one module, {@code java bin/lib/Survivors.java MODULE MUTATIONS_XML} in the root of the project: 90 %
 * of the mutants have to be noticed, and in the classes and packages that {@code config/mutation/MODULE.txt} names as strict all
 * but those that it lists. A listed mutant is a paragraph of three lines: class, method and mutator; the line of code; the reason.
 */
public final class Survivors {

    private static final double NEEDED = 90;
    private static final Set<String> NOTICED = Set.of("KILLED", "MEMORY_ERROR", "TIMED_OUT");

    private final Path sources;
    private final List<String> strict = new ArrayList<>();
    private final Map<String, Integer> listed = new LinkedHashMap<>();
    private final List<String> unlisted = new ArrayList<>();
    private final Map<String, Integer> statuses = new TreeMap<>();

    private Survivors(Path sources) {
        this.sources = sources;
    }

    public static void main(String... arguments) throws Exception {
        String module = arguments[0];
        Survivors survivors = new Survivors(Path.of(module, "src/main/java"));
        survivors.list(Files.readString(Path.of("config/mutation", module + ".txt")));
        NodeList mutants = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(arguments[1])
                .getElementsByTagName("mutation");
        for (int i = 0; i < mutants.getLength(); i++) {
            survivors.count((Element) mutants.item(i));
        }
        System.exit(survivors.areAllJudged(module) ? 0 : 1);
    }

    private void list(String judged) {
        for (String paragraph : judged.strip().split("\n\\s*\n")) {
            List<String> lines = paragraph.lines().map(String::strip).toList();
            if (lines.stream().allMatch(line -> line.startsWith("strict "))) {
                lines.forEach(line -> strict.add(line.substring("strict ".length())));
            } else if (lines.size() == 3) {
                listed.merge(lines.get(0) + "\n    " + lines.get(1), 1, Integer::sum);
            } else {
                throw new IllegalArgumentException("not a mutant, its line and its reason:\n" + paragraph);
            }
        }
    }

    private void count(Element mutant) throws IOException {
        String status = mutant.getAttribute("status");
        statuses.merge(status, 1, Integer::sum);
        String type = text(mutant, "mutatedClass");
        boolean isStrict = strict.stream().anyMatch(name -> type.matches("\\Q" + name + "\\E([.$].*)?"));
        if (isStrict && !NOTICED.contains(status) && listed.merge(key(mutant, type), -1, Integer::sum) < 0) {
            unlisted.add(key(mutant, type) + "\n    " + status + " in line " + text(mutant, "lineNumber") + ": "
                    + text(mutant, "description"));
        }
    }

    /** What names a mutant as long as its line stays as it is, wherever it moves. */
    private String key(Element mutant, String type) throws IOException {
        String folder = type.substring(0, type.lastIndexOf('.')).replace('.', '/');
        List<String> code = Files.readAllLines(sources.resolve(folder).resolve(text(mutant, "sourceFile")));
        return type + " " + text(mutant, "mutatedMethod").replaceAll("lambda\\$(.+)\\$\\d+", "$1") + " "
                + text(mutant, "mutator").replaceAll(".*\\.|Mutator$", "") + "\n    "
                + code.get(Integer.parseInt(text(mutant, "lineNumber")) - 1).strip();
    }

    private static String text(Element mutant, String name) {
        return mutant.getElementsByTagName(name).item(0).getTextContent();
    }

    private boolean areAllJudged(String module) {
        int all = statuses.values().stream().mapToInt(Integer::intValue).sum();
        int noticed = NOTICED.stream().mapToInt(status -> statuses.getOrDefault(status, 0)).sum();
        double percent = 100.0 * noticed / all;
        List<String> gone = listed.keySet().stream().filter(key -> listed.get(key) > 0).toList();
        System.out.printf("mutation: %s %.1f %% of %d, %s%n", module, percent, all, statuses);
        unlisted.forEach(mutant -> System.out.println("mutation: survives and is not listed: " + mutant));
        gone.forEach(mutant -> System.out.println("mutation: is listed and does not survive: " + mutant));
        if (percent < NEEDED) {
            System.out.printf("mutation: %s needs %.0f %%%n", module, NEEDED);
        }
        return unlisted.isEmpty() && gone.isEmpty() && percent >= NEEDED;
    }
}
