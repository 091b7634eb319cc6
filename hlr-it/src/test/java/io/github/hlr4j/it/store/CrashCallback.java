package io.github.hlr4j.it.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Says whether a receiver that is killed under load loses what it acknowledged; {@code bin/crash-callback} runs it. */
public final class CrashCallback {

    private CrashCallback() {}

    /**
     * Kills, compares, prints; the exit code is 1 where something was lost.
     *
     * @param arguments how often, and an empty folder for the files
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int kills = Integer.parseInt(arguments[0]);
        Reckoning reckoning;
        try (CrashRun run = CrashRun.in(Path.of(arguments[1]))) {
            for (int i = 0; i < kills; i++) {
                run.kill();
            }
            reckoning = run.reckoning();
            System.out.printf(
                    "%d kills, %d posts, %d refused, %d acknowledged, %d lost, %d handed over more than once%n",
                    kills,
                    run.posts(),
                    run.refusals(),
                    reckoning.acknowledged(),
                    reckoning.lost(),
                    reckoning.repeated());
        }
        System.exit(reckoning.lost() == 0 ? 0 : 1);
    }
}
