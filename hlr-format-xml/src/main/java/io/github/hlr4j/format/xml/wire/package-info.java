/** Types that JAXB must see and no application should: the package is opened, and not exported. */
package io.github.hlr4j.format.xml.wire;
