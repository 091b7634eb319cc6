/** Verifying long lists: {@link io.github.hlr4j.bulk.BulkVerification} runs one, a ledger remembers it. */
package io.github.hlr4j.bulk;
