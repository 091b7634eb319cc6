package io.github.hlr4j.quota;

import io.github.hlr4j.spi.RequestQuota.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The arithmetic of {@link SlotQuota}: when may which request start? Knows neither threads nor a clock; the time is an
 * argument, in nanoseconds since an origin, and must not run backwards.
 */
final class SlotSchedule {

    private final int slots;
    private final int maxInFlight;
    private final long pacing;
    private final long holdAnswered;
    private final long holdUnanswered;

    /** Ends of the holds of requests that are over, earliest first. */
    private final List<Long> heldUntil = new ArrayList<>();

    private int inFlight;
    private long nextStart;

    SlotSchedule(Rate rate, int maxInFlight) {
        long window = rate.window().toNanos();
        this.slots = rate.requests();
        this.maxInFlight = maxInFlight;
        this.pacing = window * 102 / 100 / rate.requests();
        this.holdAnswered = window + window / 60;
        this.holdUnanswered = window + window / 2 + window / 60;
    }

    /**
     * The earliest time at which a request with so many others before it can start, if those in flight are answered now
     * and nobody is throttled.
     */
    long earliestStart(int ahead, long now) {
        forgetHoldsUntil(now);
        long paced = Math.max(now, nextStart) + ahead * pacing;
        return Math.max(paced, slotFreeAt(ahead, now));
    }

    boolean mayStart(long now) {
        return inFlight < maxInFlight && earliestStart(0, now) <= now;
    }

    void start(long now) {
        inFlight++;
        nextStart = now + pacing;
    }

    void finish(Usage usage, long now) {
        inFlight--;
        switch (usage) {
            case NOT_SENT -> {}
            case ANSWERED -> holdUntil(now + holdAnswered);
            case UNANSWERED -> holdUntil(now + holdUnanswered);
            // Nothing leaves earlier, and so the slot needs no hold of its own.
            case THROTTLED -> nextStart = Math.max(nextStart, now + holdAnswered);
        }
    }

    private long slotFreeAt(int ahead, long now) {
        int toWaitFor = ahead + 1 - (slots - inFlight - heldUntil.size());
        if (toWaitFor <= 0) {
            return now;
        }
        return toWaitFor > heldUntil.size() ? now + holdAnswered : heldUntil.get(toWaitFor - 1);
    }

    private void holdUntil(long end) {
        int found = Collections.binarySearch(heldUntil, end);
        heldUntil.add(found < 0 ? -found - 1 : found, end);
    }

    private void forgetHoldsUntil(long now) {
        int over = 0;
        while (over < heldUntil.size() && heldUntil.get(over) <= now) {
            over++;
        }
        heldUntil.subList(0, over).clear();
    }
}
