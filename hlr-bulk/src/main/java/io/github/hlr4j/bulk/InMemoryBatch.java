package io.github.hlr4j.bulk;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.bulk.spi.Taken;
import io.github.hlr4j.bulk.spi.UnknownAttemptException;
import io.github.hlr4j.spi.ResultStore.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A batch of an {@link InMemoryLedger}, which guards it: its numbers, its attempts and its results. */
final class InMemoryBatch {

    private final InMemoryRun run;
    private final int number;
    private final List<PhoneNumber> numbers;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<PhoneNumber, Result> results = new HashMap<>();

    private record Result(HlrNotification notification, Instant receivedAt) {}

    InMemoryBatch(InMemoryRun run, int number, List<PhoneNumber> numbers) {
        this.run = run;
        this.number = number;
        this.numbers = numbers;
    }

    InMemoryRun run() {
        return run;
    }

    List<PhoneNumber> numbers() {
        return numbers;
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    int answered() {
        return results.size();
    }

    BatchState state() {
        return attempts.isEmpty() ? BatchState.PLANNED : lastAttempt().state();
    }

    Attempt lastAttempt() {
        return attempts.get(attempts.size() - 1);
    }

    Attempt attempt(Correlation correlation) {
        return attempts.get(indexOf(correlation));
    }

    Attempt begin(Intent intent) {
        Attempt attempt = Attempt.intended(intent, run.name(), number, numbers.size(), attempts.size() + 1);
        attempts.add(attempt);
        return attempt;
    }

    Attempt replace(Attempt attempt) {
        attempts.set(indexOf(attempt.correlation()), attempt);
        return attempt;
    }

    Taken take(Correlation correlation, List<HlrNotification> notifications, Instant now) {
        List<Verdict> verdicts = notifications.stream()
                .map(notification -> keep(notification, now))
                .toList();
        Attempt heard = replace(attempt(correlation).heardOf());
        boolean paidTwice = attempts.stream()
                .anyMatch(other -> !other.correlation().equals(correlation) && other.state() == BatchState.ACCEPTED);
        return new Taken(heard, verdicts, paidTwice);
    }

    private Verdict keep(HlrNotification notification, Instant now) {
        Result known = results.putIfAbsent(notification.phone(), new Result(notification, now));
        if (known == null) {
            return Verdict.FIRST;
        }
        boolean same = known.notification.fingerprint().equals(notification.fingerprint());
        return same ? Verdict.DUPLICATE : Verdict.CONFLICT;
    }

    List<NumberResult> results() {
        Optional<CampaignId> campaign =
                attempts.isEmpty() ? Optional.empty() : lastAttempt().campaign();
        return numbers.stream()
                .map(phone -> new NumberResult(
                        phone,
                        state(),
                        campaign,
                        Optional.ofNullable(results.get(phone)).map(Result::notification)))
                .toList();
    }

    List<PhoneNumber> answeredSince(Instant since) {
        return results.values().stream()
                .filter(result -> !result.receivedAt.isBefore(since))
                .map(result -> result.notification.phone())
                .toList();
    }

    private int indexOf(Correlation correlation) {
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).correlation().equals(correlation)) {
                return i;
            }
        }
        throw new UnknownAttemptException(correlation);
    }
}
