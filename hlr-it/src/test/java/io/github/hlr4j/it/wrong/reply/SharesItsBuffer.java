package io.github.hlr4j.it.wrong.reply;

import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;

/** Keeps the body in a field, which another thread may change in the middle. */
final class SharesItsBuffer implements ReplyDecoder {

    private final ReplyDecoder right;
    private volatile byte[] current;

    SharesItsBuffer(ReplyDecoder right) {
        this.right = right;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // lets others in, as a busy machine would
    public SubmissionReply decode(byte[] body) {
        current = body;
        Thread.yield();
        return right.decode(current);
    }
}
