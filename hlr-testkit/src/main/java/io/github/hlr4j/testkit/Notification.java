package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.PhoneNumber;
import java.util.OptionalInt;

/**
 * A result on its way; whoever took it from the queue owns it. It is written once, so that a repetition carries the same
 * message id.
 */
final class Notification {

    private final CampaignRun run;
    private final PhoneNumber phone;
    private HlrStatus status;
    private String body;
    private int attempts;

    Notification(CampaignRun run, PhoneNumber phone) {
        this.run = run;
        this.phone = phone;
    }

    CampaignRun run() {
        return run;
    }

    String body(ResultWriter results, NotificationStyle style) {
        if (body == null) {
            body = style.write(results.write(phone, status(results)));
        }
        return body;
    }

    HlrStatus status(ResultWriter results) {
        if (status == null) {
            status = results.statusOf(phone);
        }
        return status;
    }

    int countAttempt() {
        return ++attempts;
    }

    SentNotification asSent(ResultWriter results, OptionalInt lastAnswer) {
        return new SentNotification(run.id(), phone, status(results), attempts, lastAnswer);
    }
}
