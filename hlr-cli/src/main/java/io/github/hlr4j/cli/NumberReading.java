package io.github.hlr4j.cli;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads the sources of an input one after the other, number by number; what is no number goes to the bad lines. */
final class NumberReading implements Iterator<PhoneNumber> {

    private final List<String> sources;
    private final Opener opener;
    private final BadLines badLines;
    private int opened;
    private Entries current;
    private PhoneNumber next;
    private boolean any;
    private boolean ended;

    /** Opens a source by its position. */
    @FunctionalInterface
    interface Opener {
        Entries open(int position) throws IOException;
    }

    NumberReading(List<String> sources, Opener opener, BadLines badLines) {
        this.sources = sources;
        this.opener = opener;
        this.badLines = badLines;
    }

    /** The end is where bad lines stop a run, when all of them are known. */
    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            Optional<Entry> entry = nextEntry();
            if (entry.isPresent()) {
                next = parsed(entry.get());
            } else {
                end();
            }
        }
        return next != null;
    }

    @Override
    public PhoneNumber next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there is no number left");
        }
        PhoneNumber number = next;
        next = null;
        any = true;
        return number;
    }

    void close() {
        try {
            badLines.close();
            if (current != null) {
                current.close();
            }
        } catch (IOException e) {
            throw new CliException("the input cannot be closed: " + IoProblem.of(e), e);
        }
    }

    private void end() {
        ended = true;
        badLines.end();
        if (!any) {
            throw new CliException("there is no number to verify");
        }
    }

    private Optional<Entry> nextEntry() {
        try {
            while (true) {
                Optional<Entry> entry = current == null ? Optional.empty() : current.next();
                if (entry.isPresent() || opened == sources.size()) {
                    return entry;
                }
                if (current != null) {
                    current.close();
                }
                opened++;
                current = opener.open(opened - 1);
            }
        } catch (IOException e) {
            String source = sources.get(Math.max(0, opened - 1));
            throw new CliException("cannot read " + source + ": " + IoProblem.of(e), e);
        }
    }

    private PhoneNumber parsed(Entry entry) {
        try {
            if (entry.problem().isEmpty()) {
                return PhoneNumber.parse(entry.text());
            }
            badLines.add(new BadLine(
                    entry.source(), entry.line(), entry.text(), entry.problem().get()));
        } catch (InvalidInputException e) {
            badLines.add(new BadLine(entry.source(), entry.line(), entry.text(), e.getMessage()));
        }
        return null;
    }
}
