package io.github.hlr4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A post on its way with the results that it carries; whoever took it from the queue owns it. */
final class Notification {

    private final CampaignRun run;
    private final NotificationStyle style;
    private final List<Result> results;
    private int attempts;

    Notification(CampaignRun run, NotificationStyle style, List<Result> results) {
        this.run = run;
        this.style = style;
        this.results = List.copyOf(results);
    }

    CampaignRun run() {
        return run;
    }

    int size() {
        return results.size();
    }

    boolean isLost() {
        return results.get(0).kind() == SentNotification.Kind.LOST;
    }

    String contentType() {
        return style.contentType();
    }

    String body() {
        return style.write(results.stream().map(Result::fields).toList());
    }

    int countAttempt() {
        return ++attempts;
    }

    List<SentNotification> ended(OptionalInt lastAnswer) {
        return results.stream()
                .map(result -> new SentNotification(
                        run.id(), result.phone(), result.status(), result.kind(), attempts, lastAnswer))
                .toList();
    }

    /** What the scenario wants to be posted after this: the same results again, and others that contradict them. */
    List<Notification> echoes(ResultWriter writer) {
        List<Notification> echoes = new ArrayList<>();
        if (attempts > 0 && results.get(0).kind() == SentNotification.Kind.FIRST) {
            addUnlessEmpty(
                    echoes,
                    results.stream()
                            .filter(result -> run.duplicates(result.phone()))
                            .map(Result::repeated)
                            .toList());
            addUnlessEmpty(
                    echoes,
                    results.stream()
                            .filter(result -> run.contradicts(result.phone()))
                            .map(writer::contradicting)
                            .toList());
        }
        return echoes;
    }

    private void addUnlessEmpty(List<Notification> echoes, List<Result> carried) {
        if (!carried.isEmpty()) {
            echoes.add(new Notification(run, style, carried));
        }
    }
}
