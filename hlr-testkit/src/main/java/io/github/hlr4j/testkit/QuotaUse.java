package io.github.hlr4j.testkit;

/**
 * How much of the rate of a fake server is used (D04).
 *
 * @param allowed how many requests a window allows
 * @param used how many of them were admitted in the window that ended with the latest request
 * @param peak the largest {@code used} so far
 * @param throttled how many requests were answered 429 because the rate was exceeded
 */
public record QuotaUse(int allowed, int used, int peak, long throttled) {}
