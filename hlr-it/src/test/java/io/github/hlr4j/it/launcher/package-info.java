/** What runs in the virtual machine of a container, beside its launcher in {@code src/test/resources/launchers}. */
package io.github.hlr4j.it.launcher;
