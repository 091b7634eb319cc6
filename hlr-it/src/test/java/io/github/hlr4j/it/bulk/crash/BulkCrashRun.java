package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.RunName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Kills processes that work off runs, starts others in their place, and compares the books with what the service saw. */
final class BulkCrashRun implements AutoCloseable {

    /** Below those that outgoing connections use, so that a port is free again when its process is gone. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;

    private static final Duration LONGEST_SENDING = Duration.ofMillis(400);

    private final Books books;
    private final int batchesOfARun;
    private final StopPlan stops;
    private final List<Lane> lanes = new ArrayList<>();

    /** One of each lane, which stays, so that answers to a process that was killed reach the next. */
    private final List<Integer> ports = new ArrayList<>();

    private final List<RunName> runs = new ArrayList<>();
    private final Witness witness = new Witness(this::judged);
    private int kills;
    private int stopped;
    private int uncovered;
    private long mostInFlight;

    BulkCrashRun(LedgerPlace ledger, int processes, int batchesOfARun, Path folder) throws IOException {
        this.books = new Books(ledger);
        this.batchesOfARun = batchesOfARun;
        this.stops = StopPlan.ofBatches();
        for (int i = 0; i < processes; i++) {
            lanes.add(new Lane(BulkProcess.class, LONGEST_SENDING, folder));
            ports.add(freePort());
        }
    }

    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // Somebody has it; another one is drawn.
            }
        }
    }

    private void judged(int port) {
        lanes.get(ports.indexOf(port)).judged();
    }

    /** Kills so many processes, each time the next one in turn, and lets what is left come to its end. */
    void kill(int times) throws IOException, InterruptedException, SQLException {
        for (Lane lane : lanes) {
            startNext(lane);
        }
        while (kills < times) {
            Lane lane = lanes.get(kills % lanes.size());
            meetEnd(lane);
            if (kills <= times - lanes.size()) {
                startNext(lane);
            }
        }
        finish();
    }

    private void startNext(Lane lane) throws IOException, SQLException {
        if (runs.isEmpty() || !books.hasPlanned(runs.get(runs.size() - 1))) {
            plan();
        }
        books.letTimePass();
        start(lane, runs.get(runs.size() - 1), stops.next());
    }

    private void start(Lane lane, RunName run, StopPlan.Stop stop) throws IOException {
        if (stop.needsRefusal()) {
            witness.throttleNext();
        }
        lane.start(
                stop,
                books.place().url(),
                run.value(),
                witness.url().toString(),
                ports.get(lanes.indexOf(lane)).toString());
    }

    private void plan() {
        int first = runs.size() * batchesOfARun;
        RunName run = RunName.of("run-" + (runs.size() + 1));
        books.plan(run, witness.url(), new SmallBatches(first, first + batchesOfARun));
        runs.add(run);
    }

    private void meetEnd(Lane lane) throws IOException, InterruptedException, SQLException {
        if (lane.meetEnd()) {
            stopped++;
        }
        kills++;
        witness.noteAcknowledged();
        mostInFlight = Math.max(mostInFlight, books.mostInFlight());
        compareMoney();
    }

    /** What is asked first cannot be more than what is asked later. */
    private void compareMoney() throws SQLException {
        long billed = witness.billed() * MicroEuros.DOCUMENTED_PRICE.value();
        if (books.committed() < billed) {
            uncovered++;
        }
    }

    /**
     * Goes on with the last run in every lane, so that what is still to be answered finds a receiver, and then with all the others,
     * because a process that was killed may have left something in any of them.
     */
    private void finish() throws IOException, SQLException {
        finish(lanes, runs.get(runs.size() - 1));
        for (RunName earlier : runs.subList(0, runs.size() - 1)) {
            finish(lanes.subList(0, 1), earlier);
        }
        compareMoney();
    }

    private void finish(List<Lane> together, RunName run) throws IOException, SQLException {
        books.letTimePass();
        books.endLeases();
        for (Lane lane : together) {
            start(lane, run, StopPlan.NEVER);
        }
        for (Lane lane : together) {
            lane.requireEnd("over: ALL_SENT");
        }
        witness.awaitResults();
        for (Lane lane : together) {
            lane.finish();
        }
    }

    /** The figures; to be asked for when the kills are over. */
    Figures figures() throws SQLException {
        try (Ledger ledger = books.place().open()) {
            BulkReckoning reckoning = BulkReckoning.of(ledger, runs, runs.size() * batchesOfARun, witness);
            return new Figures(
                    kills,
                    stopped,
                    witness.submissions(),
                    witness.submittedAgain(),
                    mostInFlight,
                    books.abandoned(),
                    uncovered,
                    reckoning);
        }
    }

    @Override
    public void close() {
        lanes.forEach(Lane::abort);
        witness.close();
    }
}
