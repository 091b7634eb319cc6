package io.github.hlr4j.ledger.jdbc;

import java.sql.SQLException;

/** Where SQLite and PostgreSQL differ. */
interface Dialect {

    /** Settings of a new connection, none of which changes the database. */
    void configure(Session session) throws SQLException;

    /** Settings of the database, once it is known to be ours. */
    void prepare(Session session) throws SQLException;

    /** Begins a transaction that may write. */
    void begin(Session session) throws SQLException;

    /** Begins a transaction that reads the database as it is at one moment. */
    void beginReading(Session session) throws SQLException;

    void commit(Session session) throws SQLException;

    void rollback(Session session) throws SQLException;

    /** Holds others off who would create or change the tables, or plan a run, until the transaction ends. */
    void lockOthersOut(Session session) throws SQLException;

    /** A query for the names of the tables that are there, and stand in the way if they are not ours. */
    String tables();

    /** The type of a column of bytes. */
    String bytes();

    /** What follows a table whose rows lie in the order of their key. */
    String orderedByKey();

    /** Locks the rows of a table that a query selects until the transaction ends. */
    String forUpdate(String table);

    /** The same, and leaves out those that somebody else has locked. */
    String forUpdateSkippingLocked(String table);

    /** The time of the clock that all who share the database go by, in nanoseconds since 1970. */
    long nanos(Session session) throws SQLException;

    /** A condition on attempts of which the sender has gone, with one parameter. */
    String orphaned();

    /** The parameter of {@link #orphaned()}. */
    Object orphanedSince(Session session, String owner) throws SQLException;

    /** Whose database it is, and what to look after when it fails. */
    String advice();
}
