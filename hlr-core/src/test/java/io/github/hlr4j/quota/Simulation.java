package io.github.hlr4j.quota;

import io.github.hlr4j.spi.RequestQuota.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/** A client that always has more to ask, and a server, on virtual time: nanoseconds by the client's clock. */
final class Simulation {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long QUICK = SECOND / 10;
    private static final long TIMEOUT = 30 * SECOND;
    private static final long LATEST_AFTER_TIMEOUT = 30 * SECOND;

    /** A ledger holds the slot of a process that died until 91 seconds after the longest exchange, 2 minutes, could have ended. */
    private static final long HELD_BY_LEDGER = (120 + 91) * SECOND;

    private final Set<Disturbance> disturbances;
    private final SplittableRandom random;
    private final Limiter server;
    private final SlotSchedule schedule = new SlotSchedule(Rate.DOCUMENTED, SlotQuota.DEFAULT_IN_FLIGHT);
    private final PriorityQueue<Exchange> underway = new PriorityQueue<>();
    private final PriorityQueue<Long> onTheWay = new PriorityQueue<>();
    private long now;
    private int refused;

    Simulation(ServerKind kind, Set<Disturbance> disturbances, long seed) {
        this.disturbances = disturbances;
        this.random = new SplittableRandom(seed);
        this.server = kind.start(random.nextLong(Limiter.MINUTE));
    }

    /**
     * What became of so many requests.
     *
     * @param refused how many got a 429
     * @param share the part of the quota that was used, in percent
     */
    record Outcome(int refused, double share) {}

    Outcome send(int requests) {
        for (int sent = 0; sent < requests; sent++) {
            if (has(Disturbance.BURSTS) && oneOf(300)) {
                pass(random.nextLong(150 * SECOND));
            }
            if (has(Disturbance.RESTARTS) && oneOf(300)) {
                restart();
            }
            awaitStart();
            schedule.start(now);
            send();
        }
        double quota = (double) serverTime(now) / Limiter.MINUTE * Limiter.LIMIT;
        deliverUntil(Long.MAX_VALUE);
        return new Outcome(refused, 100 * requests / quota);
    }

    private void awaitStart() {
        finishUntil(now);
        while (!schedule.mayStart(now)) {
            long earliest = schedule.earliestStart(0, now);
            boolean nothingBefore = underway.isEmpty() || earliest <= underway.peek().end;
            now = earliest > now && nothingBefore ? earliest : underway.element().end;
            finishUntil(now);
        }
        deliverUntil(now);
    }

    private void send() {
        long arrival = afterStalls(now + wayThere());
        long reply = arrival + random.nextLong(QUICK);
        long end = Math.min(reply, now + TIMEOUT);
        if (has(Disturbance.LOST) && oneOf(50)) {
            end = now + random.nextLong(QUICK);
            arrival = end + random.nextLong(LATEST_AFTER_TIMEOUT + 1);
            reply = Long.MAX_VALUE;
        }
        onTheWay.add(arrival);
        underway.add(new Exchange(now, end, end == reply ? Usage.ANSWERED : Usage.UNANSWERED));
    }

    private long wayThere() {
        boolean late = has(Disturbance.LATE) && oneOf(100);
        return random.nextLong(late ? TIMEOUT + LATEST_AFTER_TIMEOUT - 15 * SECOND : QUICK);
    }

    /** Stalls begin every 97 seconds, so that they meet a minute in any of its phases. */
    private long afterStalls(long arrival) {
        long after = arrival;
        if (has(Disturbance.STALLS)) {
            after += Math.max(0, 15 * SECOND - after % (97 * SECOND));
        }
        return after;
    }

    /** Nobody writes down any more how the exchanges that are underway end. */
    private void restart() {
        List<Exchange> forgotten = new ArrayList<>(underway);
        underway.clear();
        for (Exchange exchange : forgotten) {
            underway.add(new Exchange(exchange.start, exchange.start + HELD_BY_LEDGER, Usage.NOT_SENT));
        }
    }

    private void pass(long time) {
        now += time;
    }

    private void finishUntil(long time) {
        while (!underway.isEmpty() && underway.peek().end <= time) {
            Exchange exchange = underway.remove();
            schedule.finish(exchange.usage, exchange.end);
        }
    }

    /** What arrives until now cannot be overtaken any more: the server counts it. */
    private void deliverUntil(long time) {
        while (!onTheWay.isEmpty() && onTheWay.peek() <= time) {
            if (!server.accepts(serverTime(onTheWay.remove()))) {
                refused++;
            }
        }
    }

    private long serverTime(long time) {
        if (has(Disturbance.FAST_CLOCK)) {
            return time - time / 200;
        }
        return has(Disturbance.SLOW_CLOCK) ? time + time / 200 : time;
    }

    private boolean has(Disturbance disturbance) {
        return disturbances.contains(disturbance);
    }

    private boolean oneOf(int many) {
        return random.nextInt(many) == 0;
    }

    private record Exchange(long start, long end, Usage usage) implements Comparable<Exchange> {

        @Override
        public int compareTo(Exchange other) {
            return Long.compare(end, other.end);
        }
    }
}
