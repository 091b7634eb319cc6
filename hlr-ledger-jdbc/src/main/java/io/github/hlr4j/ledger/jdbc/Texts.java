package io.github.hlr4j.ledger.jdbc;

/** Texts of other people, as a database can keep them. */
final class Texts {

    private Texts() {}

    /** PostgreSQL refuses the character 0, and with it all that is written in the same transaction. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
