package io.github.hlr4j.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Lets a target read an input and checks that it took neither long nor much memory. */
final class Bounds {

    private static final long MAX_NANOS = 100_000_000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    /** The first try loads classes and runs code that is not compiled yet. */
    private static final int TRIES = 20;

    private static final int PUMPED_ONE_IN = 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Target target;
    private final int maxBytes;

    /** @param maxBytes what the product itself takes before it parses */
    Bounds(Target target, int maxBytes) {
        this.target = target;
        this.maxBytes = maxBytes;
    }

    /** Reads the input, and one in a thousand once more at the greatest length that gets as far as the parser. */
    void read(byte[] input) {
        byte[] body = input.length > maxBytes ? Arrays.copyOf(input, maxBytes) : input;
        within(body);
        int hash = Arrays.hashCode(body);
        if (Integer.remainderUnsigned(hash, PUMPED_ONE_IN) == 0) {
            pumped(body, hash);
        }
    }

    /** Reads the input with a piece of it repeated for as often as there is room. */
    void pumped(byte[] body, int choice) {
        if (body.length > 0) {
            int from = Integer.remainderUnsigned(choice >>> 10, body.length);
            int to = Math.min(body.length, from + 1 + Integer.remainderUnsigned(choice >>> 3, 64));
            within(Pump.repeat(body, from, to, maxBytes));
        }
    }

    private void within(byte[] body) {
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long started = System.nanoTime();
        target.read(body);
        boolean slow = System.nanoTime() - started > MAX_NANOS;
        if (slow || threads.getCurrentThreadAllocatedBytes() - allocated > MAX_BYTES) {
            readAgain(body);
        }
    }

    /** The clock of the wall is cheap to ask; the thread's own, which tells what the input costs, only where it is needed. */
    private void readAgain(byte[] body) {
        long nanos = Long.MAX_VALUE;
        long bytes = Long.MAX_VALUE;
        for (int tries = 0; tries < TRIES && (nanos > MAX_NANOS || bytes > MAX_BYTES); tries++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long started = threads.getCurrentThreadCpuTime();
            target.read(body);
            nanos = Math.min(nanos, threads.getCurrentThreadCpuTime() - started);
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - allocated);
        }
        Claims.claim(
                nanos <= MAX_NANOS, "at most 100 ms an input; " + body.length + " bytes took " + nanos / 1_000_000);
        Claims.claim(bytes <= MAX_BYTES, "at most 64 MiB an input; " + body.length + " bytes took " + bytes);
    }
}
