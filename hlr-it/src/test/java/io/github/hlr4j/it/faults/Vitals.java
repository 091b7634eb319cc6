package io.github.hlr4j.it.faults;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What this process has of the things that leak: threads, descriptors, and heap after a collection. */
public record Vitals(int threads, long descriptors, long heap) {

    private static final double KIB = 1024;

    /** Collects garbage and looks. */
    public static Vitals now() {
        return new Vitals(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount(),
                heapAfterCollection());
    }

    static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What became of them over so many calls. */
    public String since(Vitals before, int calls) {
        return String.format(
                Locale.ROOT,
                "threads %d -> %d, descriptors %d -> %d, heap %.1f -> %.1f MiB, %.3f KiB a call",
                before.threads,
                threads,
                before.descriptors,
                descriptors,
                before.heap / KIB / KIB,
                heap / KIB / KIB,
                (heap - before.heap) / KIB / calls);
    }
}
