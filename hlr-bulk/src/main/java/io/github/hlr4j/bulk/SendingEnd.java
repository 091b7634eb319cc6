package io.github.hlr4j.bulk;

/** Why sending ended, and the same as a sentence. */
record SendingEnd(BulkEnd end, String explanation) {}
