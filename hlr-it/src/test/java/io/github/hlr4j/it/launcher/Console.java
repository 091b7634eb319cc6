package io.github.hlr4j.it.launcher;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;

/** What the tests say to a container and hear of it: lines on standard input and output. */
public final class Console {

    /** The line that asks for the web application to be taken down. */
    public static final String UNDEPLOY = "undeploy";

    /** The answer to it where the class loader of the web application is gone, and so is every thread that had it. */
    public static final String NOTHING_IS_LEFT = "nothing is left";

    private static final int ATTEMPTS = 350;
    private static final int MILLIS_BETWEEN_ATTEMPTS = 100;

    private Console() {}

    /** Prints the port and does what is asked for, until the input ends or something fails. */
    public static void attach(Container container) {
        System.out.println(container.port());
        try (Scanner in = new Scanner(System.in, StandardCharsets.UTF_8)) {
            while (in.hasNextLine()) {
                if (in.nextLine().equals(UNDEPLOY)) {
                    System.out.println(undeploy(container));
                }
            }
        } catch (Exception e) {
            System.out.println(e);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static String undeploy(Container container) throws Exception {
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        WeakReference<ClassLoader> loader = new WeakReference<>(container.undeploy(), collected);
        takeTheSlotOfTheLastRecord();
        for (int i = 0; i < ATTEMPTS; i++) {
            System.gc();
            if (collected.remove(MILLIS_BETWEEN_ATTEMPTS) != null) {
                return NOTHING_IS_LEFT;
            }
        }
        return "the class loader is left, and these threads: " + threadsOf(loader.get());
    }

    /**
     * Java keeps hold of the last record class on which {@code equals} or {@code hashCode} was linked, whoever's it was
     * (in {@code java.lang.runtime.ObjectMethods}): at most one application, until the next one takes its place.
     */
    private static void takeTheSlotOfTheLastRecord() {
        record Last(String text) {}
        if (!new Last("one").equals(new Last("one")) || new Last("one").hashCode() == 0) {
            throw new AssertionError("records do not work");
        }
    }

    private static List<String> threadsOf(ClassLoader loader) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getContextClassLoader() == loader
                        || thread.getClass().getClassLoader() == loader)
                .map(Thread::getName)
                .toList();
    }
}
