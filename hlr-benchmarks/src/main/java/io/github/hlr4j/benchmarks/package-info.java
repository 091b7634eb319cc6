/** What hlr4j costs beside the least that the same work costs without it. */
package io.github.hlr4j.benchmarks;
