package io.github.hlr4j.it.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Whatever is logged as a warning or worse, and whatever ends a thread. */
final class Complaints extends Handler {

    private static final int REMEMBERED = 20;

    private final List<String> first = new ArrayList<>();
    private long count;

    /** Listens from now on, instead of whoever listened before. */
    static Complaints heard() {
        Complaints complaints = new Complaints();
        complaints.setLevel(Level.WARNING);
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(complaints);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> complaints.add(thread.getName() + ": " + thrown));
        return complaints;
    }

    @Override
    public void publish(LogRecord line) {
        if (isLoggable(line)) {
            add(new SimpleFormatter().format(line));
        }
    }

    synchronized void add(String complaint) {
        count++;
        if (first.size() < REMEMBERED) {
            first.add(complaint);
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized List<String> first() {
        return List.copyOf(first);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
