package io.github.hlr4j.benchmarks;

import java.util.Optional;

/**
 * A line of a table.
 *
 * @param what what is measured
 * @param subject the benchmark of ours
 * @param floor the benchmark that it stands beside
 * @param target what the time should not pass, or its ratio
 */
record Row(String what, String subject, Optional<String> floor, String target) {}
