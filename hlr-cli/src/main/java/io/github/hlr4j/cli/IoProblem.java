package io.github.hlr4j.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says for people what the exceptions of files say by their type alone. */
final class IoProblem {

    private IoProblem() {}

    static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof NoSuchFileException ? "there is no such file or folder" : e.getMessage();
    }
}
