/** The report of a bulk run: one HTML page that needs no network and no script. */
package io.github.hlr4j.cli.report;
