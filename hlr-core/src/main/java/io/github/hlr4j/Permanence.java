package io.github.hlr4j;

/** Whether asking again later may give another answer, as the vendor's wider pages say (W05). */
public enum Permanence {
    /** The answer stands until the number is assigned anew. */
    PERMANENT,
    /** The answer may be another one in minutes or days. */
    TEMPORARY,
    /** There is nothing to repeat, or nobody says: {@code NO_ERROR} and statuses that nobody documents. */
    UNSPECIFIED
}
