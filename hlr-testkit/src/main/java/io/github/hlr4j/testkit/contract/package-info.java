/**
 * What every adapter of a port must do, as abstract JUnit classes: subclass one, give it the adapter, and run it.
 *
 * <p>They use the API of JUnit Jupiter that its versions 5.14 and 6 share, and the project that subclasses brings the
 * engine.
 */
package io.github.hlr4j.testkit.contract;
