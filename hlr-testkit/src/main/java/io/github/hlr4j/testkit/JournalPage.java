package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.PhoneNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The journal over HTTP, for tests that are not written in Java: {@code GET} reads it as JSON, with the latest 1,000 of what
 * is listed, {@code DELETE} resets the fake.
 *
 * <p>Numbers are shown whole, they are what such tests look for. API keys are not, and callback tokens are masked.
 */
final class JournalPage {

    static final String PATH = "/__journal";

    private static final int SHOWN = 1_000;

    private final Journal journal;
    private final Runnable reset;

    JournalPage(Journal journal, Runnable reset) {
        this.journal = journal;
        this.reset = reset;
    }

    HttpAnswer answer(String method) {
        return switch (method) {
            case "GET" -> HttpAnswer.of(200, "application/json", Json.write(page()) + "\n");
            case "DELETE" -> {
                reset.run();
                yield HttpAnswer.empty(204);
            }
            default -> HttpAnswer.empty(405, "Allow: GET, DELETE");
        };
    }

    private Map<String, Object> page() {
        NotificationCounts results = journal.notificationCounts();
        QuotaUse quota = journal.quota();
        return object(
                "submissionCount", journal.submissionCount(),
                "billedNumbers", journal.billedNumbers(),
                "keys", journal.keys().size(),
                "tags", journal.tags(),
                "quota",
                        object(
                                "allowed", quota.allowed(),
                                "used", quota.used(),
                                "peak", quota.peak(),
                                "throttled", quota.throttled()),
                "notificationCounts",
                        object(
                                "pending", results.pending(),
                                "acknowledged", results.acknowledged(),
                                "refused", results.refused(),
                                "unanswered", results.unanswered(),
                                "lost", results.lost()),
                "submissions", latest(journal.submissions(), JournalPage::submission),
                "unmatched", latest(journal.unmatched(), JournalPage::unmatched),
                "faults", latest(journal.faults(), FaultKind::name),
                "notifications", latest(journal.notifications(), JournalPage::notification));
    }

    private static Object submission(ReceivedSubmission submission) {
        return object(
                "outcome", submission.outcome(),
                "keyAccepted", submission.keyAccepted(),
                "campaignId", orNull(submission.campaignId().map(CampaignId::value)),
                "error", orNull(submission.error().map(ApiErrorCode::number).map(code -> code.orElse(0))),
                "fault", orNull(submission.fault()),
                "format", submission.replyFormat().wireName(),
                "tag", orNull(submission.tag()),
                "notifyUrl", orNull(submission.notifyUrl().map(ForeignText::withoutTokens)),
                "numbers", submission.numbers().stream().map(PhoneNumber::e164).toList());
    }

    private static Object unmatched(UnmatchedRequest request) {
        return object("method", request.method(), "target", request.target(), "status", request.status());
    }

    private static Object notification(SentNotification sent) {
        return object(
                "campaignId", sent.campaignId(),
                "phone", sent.phone().e164(),
                "status", sent.status(),
                "kind", sent.kind(),
                "attempts", sent.attempts(),
                "lastAnswer", sent.lastAnswer().isPresent() ? sent.lastAnswer().getAsInt() : null);
    }

    private static <T> List<Object> latest(List<T> all, Function<T, Object> description) {
        return all.subList(Math.max(0, all.size() - SHOWN), all.size()).stream()
                .map(description)
                .toList();
    }

    private static Object orNull(Optional<?> value) {
        return value.orElse(null);
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(members);
    }
}
