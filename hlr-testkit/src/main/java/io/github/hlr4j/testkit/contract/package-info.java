/** Contract suites: one abstract JUnit class for each port, which an implementation passes by subclassing it. */
package io.github.hlr4j.testkit.contract;
