package io.github.hlr4j.it.bulk.crash;

/**
 * What a crash run came to.
 *
 * @param kills how many processes were killed
 * @param stopped how many of them at a stop point
 * @param submissions how many requests the service read whole
 * @param submittedTwice how many batches were in more than one of them
 * @param mostInFlight how many batches a process had on their way at the most, when it or another one was killed
 * @param abandoned how many batches were found without an outcome afterwards
 * @param uncovered how often what was spent and at risk was less than what was billed
 * @param reckoning the books and the service at the end
 */
record Figures(
        int kills,
        int stopped,
        long submissions,
        int submittedTwice,
        long mostInFlight,
        long abandoned,
        int uncovered,
        BulkReckoning reckoning) {

    private static final int MAX_IN_FLIGHT = 8;

    boolean isAsPromised() {
        return submittedTwice == 0
                && uncovered == 0
                && mostInFlight <= MAX_IN_FLIGHT
                && abandoned <= (long) kills * MAX_IN_FLIGHT
                && reckoning.missing() == 0
                && reckoning.invented() == 0
                && reckoning.unfinished() == 0
                && reckoning.lost() == 0;
    }

    @Override
    public String toString() {
        return "%d kills, %d of them at a stop point; %d batches, %d requests, %d batches submitted twice; "
                        .formatted(kills, stopped, reckoning.batches(), submissions, submittedTwice)
                + "%d accepted, %d of them missing in the books, %d accepted in the books alone, %d unfinished; "
                        .formatted(
                                reckoning.accepted(), reckoning.missing(), reckoning.invented(), reckoning.unfinished())
                + "%d found without an outcome, at most %d in a process, %d unconfirmed at the end, %d of them accepted; "
                        .formatted(abandoned, mostInFlight, reckoning.unconfirmed(), reckoning.unconfirmedTaken())
                + "%d times more billed than booked; %d results acknowledged, %d of them lost"
                        .formatted(uncovered, reckoning.acknowledged(), reckoning.lost());
    }
}
