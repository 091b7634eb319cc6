package io.github.hlr4j.quota;

/** Takes what came in the minute before as spread evenly, and adds the part of it that is less than a minute old. */
final class WeightedMinutes implements Limiter {

    private final long phase;
    private long minute;
    private long before;
    private long count;

    WeightedMinutes(long phase) {
        this.phase = phase;
    }

    @Override
    public boolean accepts(long now) {
        long current = (now + phase) / MINUTE;
        if (current != minute) {
            before = current == minute + 1 ? count : 0;
            minute = current;
            count = 0;
        }
        count++;
        long left = MINUTE - (now + phase) % MINUTE;
        return before * left + count * MINUTE <= LIMIT * MINUTE;
    }
}
