package io.github.hlr4j.testkit;

/**
 * How many results are where.
 *
 * @param pending results that are still to be posted, answered or posted again
 * @param acknowledged results that the receiver took
 * @param refused results that were given up after an answer other than 2xx
 * @param unanswered results that were given up without an answer, or meant for an address that the fake does not call
 * @param lost results that the scenario loses
 */
public record NotificationCounts(long pending, long acknowledged, long refused, long unanswered, long lost) {

    /** The counts with one more or fewer result at the place where one that has ended belongs. */
    NotificationCounts withEnded(SentNotification sent) {
        boolean answered = sent.lastAnswer().isPresent();
        boolean acknowledged = sent.isAcknowledged();
        return new NotificationCounts(
                pending - 1,
                this.acknowledged + (acknowledged ? 1 : 0),
                refused + (answered && !acknowledged ? 1 : 0),
                unanswered + (answered || sent.isLost() ? 0 : 1),
                lost + (sent.isLost() ? 1 : 0));
    }

    NotificationCounts withPending(int more) {
        return new NotificationCounts(pending + more, acknowledged, refused, unanswered, lost);
    }
}
