/**
 * A server that behaves as SMS Partner does, and what a test needs around it: a JUnit extension, AssertJ assertions and
 * time that stands still until told otherwise.
 */
package io.github.hlr4j.testkit;
