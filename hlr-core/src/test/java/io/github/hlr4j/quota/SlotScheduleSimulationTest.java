package io.github.hlr4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.spi.RequestQuota.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 100,000 requests on virtual time against a server that counts what arrived in any 60 seconds: whatever the way there
 * and back takes, nobody is refused, and little of the quota is left unused.
 */
class SlotScheduleSimulationTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final PriorityQueue<Answer> underway = new PriorityQueue<>();
    private final Deque<Long> arrivals = new ArrayDeque<>();
    private final PriorityQueue<Long> onTheWay = new PriorityQueue<>();
    private final SlotSchedule schedule = new SlotSchedule(Rate.DOCUMENTED, 8);
    private int refused;

    @ParameterizedTest
    @CsvSource({
        // seed, requests, longest way there or back in ms, lost answers of 1000, least percent of the quota used
        "1, 100000, 0, 0, 97.5",
        "2, 100000, 300, 0, 97.5",
        "3, 20000, 1000, 0, 95.0",
        "4, 20000, 300, 20, 95.0",
        "5, 20000, 20000, 100, 0.0"
    })
    void documented_D04_noServerThatCountsASlidingMinuteIsEverAskedTooOften(
            long seed, int requests, int longestMillis, int lostOfThousand, double leastPercent) {
        Random random = new Random(seed);
        long now = 0;
        for (int sent = 0; sent < requests; sent++) {
            now = nextStart(now);
            schedule.start(now);
            send(now, longestMillis * 1_000_000L, random.nextInt(1000) < lostOfThousand, random);
        }
        deliverUntil(Long.MAX_VALUE);

        assertThat(refused).isZero();
        assertThat(100.0 * requests / (now / (double) SECOND * 6)).isGreaterThanOrEqualTo(leastPercent);
    }

    /** A lost request may lie about for half a minute after its sender gave up, and is counted when it arrives. */
    private void send(long now, long longestWay, boolean lost, Random random) {
        long there = now + random.nextLong(longestWay + 1);
        if (lost) {
            onTheWay.add(there + 30 * SECOND);
            underway.add(new Answer(there, Usage.UNANSWERED));
        } else {
            onTheWay.add(there);
            underway.add(new Answer(there + random.nextLong(longestWay + 1), Usage.ANSWERED));
        }
    }

    private long nextStart(long from) {
        long now = from;
        finishUntil(now);
        while (!schedule.mayStart(now)) {
            long earliest = schedule.earliestStart(0, now);
            now = earliest > now && (underway.isEmpty() || earliest <= underway.peek().at)
                    ? earliest
                    : underway.element().at;
            finishUntil(now);
        }
        deliverUntil(now);
        return now;
    }

    private void finishUntil(long now) {
        while (!underway.isEmpty() && underway.peek().at <= now) {
            Answer answer = underway.remove();
            schedule.finish(answer.usage, answer.at);
        }
    }

    /** What arrived before now cannot be overtaken any more: the server counts it. */
    private void deliverUntil(long now) {
        while (!onTheWay.isEmpty() && onTheWay.peek() <= now) {
            long arrival = onTheWay.remove();
            while (!arrivals.isEmpty() && arrivals.peekFirst() <= arrival - 60 * SECOND) {
                arrivals.removeFirst();
            }
            if (arrivals.size() == 360) {
                refused++;
            } else {
                arrivals.addLast(arrival);
            }
        }
    }

    private record Answer(long at, Usage usage) implements Comparable<Answer> {

        @Override
        public int compareTo(Answer other) {
            return Long.compare(at, other.at);
        }
    }
}
