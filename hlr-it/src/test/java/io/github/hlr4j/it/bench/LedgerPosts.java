package io.github.hlr4j.it.bench;

import io.github.hlr4j.PhoneNumber;
import java.util.List;
import java.util.Locale;

/** Form notifications in a given order; when it is over they begin anew, as repetitions. */
final class LedgerPosts implements Posts {

    /** How many numbers a batch has. */
    static final int SIZE = 500;

    private static final int FIXTURE_NUMBERS = 10_000;

    private final List<String> tokens;
    private final int[] order;
    private int sent;

    /** Each number in the order is a batch times 500 and a number in it. */
    LedgerPosts(List<String> tokens, int[] order) {
        this.tokens = tokens;
        this.order = order;
    }

    static PhoneNumber phone(int batch, int number) {
        return new PhoneNumber(String.format(Locale.ROOT, "+3363998%04d", (batch * 7 + number) % FIXTURE_NUMBERS));
    }

    boolean isOver() {
        return sent >= order.length;
    }

    @Override
    public Post next() {
        int which = order[sent % order.length];
        sent++;
        int batch = which / SIZE;
        String digits = phone(batch, which % SIZE).e164().substring(1);
        return Post.of(
                MeasuredServlets.RECEIVER,
                tokens.get(batch),
                "phone=%2B" + digits + "&messageId=" + which + "&mccMnc=20801&ported=0&errorGrpId=0&errorName=NO_ERROR+"
                        + "&errorDesc=No+Error&date=2018-03-05T10%3A34%3A52.355%2B0000",
                204);
    }
}
