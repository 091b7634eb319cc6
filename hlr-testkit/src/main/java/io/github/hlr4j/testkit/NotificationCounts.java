package io.github.hlr4j.testkit;

/**
 * How many results are where.
 *
 * @param pending results that are still to be posted, answered or posted again
 * @param acknowledged results that the receiver took
 * @param failed results that were given up: refused, never answered, or meant for an address that the fake does not call
 */
public record NotificationCounts(long pending, long acknowledged, long failed) {}
