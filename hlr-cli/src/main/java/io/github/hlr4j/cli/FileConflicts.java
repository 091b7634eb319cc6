package io.github.hlr4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Refuses to write over what is read, or one file twice: something would be lost. */
final class FileConflicts {

    private FileConflicts() {}

    static void refuse(List<String> inputs, Optional<Path> rejects, Optional<String> output) {
        Optional<Path> results = output.filter(name -> !name.equals("-")).map(Path::of);
        if (rejects.isPresent() && results.isPresent() && isSame(rejects.get(), results.get())) {
            throw new CliException("--rejects and --output name the same file");
        }
        for (String input : inputs) {
            refuseInput(input, "--rejects", rejects);
            refuseInput(input, "--output", results);
        }
    }

    private static void refuseInput(String input, String option, Optional<Path> written) {
        try {
            if (written.isPresent() && isSame(Path.of(input), written.get())) {
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
