package io.github.hlr4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Refuses to write over what is read, or one file twice: something would be lost. */
final class FileConflicts {

    private FileConflicts() {}

    /** What is written is named by the option that names it. */
    static void refuse(List<String> inputs, Map<String, Path> written) {
        List<Map.Entry<String, Path>> files = List.copyOf(written.entrySet());
        for (int i = 0; i < files.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isSame(files.get(i).getValue(), files.get(j).getValue())) {
                    throw new CliException(
                            files.get(j).getKey() + " and " + files.get(i).getKey() + " name the same file");
                }
            }
        }
        inputs.forEach(input -> written.forEach((option, file) -> refuseInput(input, option, file)));
    }

    private static void refuseInput(String input, String option, Path written) {
        try {
            if (isSame(Path.of(input), written)) {
                throw new CliException(option + " names a file that is read, and would replace it");
            }
        } catch (InvalidPathException e) {
            // What cannot be a path is no file.
            return;
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isSameFile(one, other);
            }
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new CliException(
                    "cannot tell whether " + one + " and " + other + " are one file: " + IoProblem.of(e), e);
        }
    }
}
