/** The classes of the web application that is deployed in containers. */
package io.github.hlr4j.it.war;
