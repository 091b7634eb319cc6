package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.ApiKey;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.spi.Ticker;
import io.github.hlr4j.testkit.FaultKind.Stage;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * The service itself, without HTTP: a body goes in, an answer comes out (D02 to D10, A01, A02, A11, W01).
 *
 * <p>Safe for concurrent use; one request is judged at a time.
 */
final class SmsPartnerService {

    private static final BigDecimal PRICE = new BigDecimal("0.005");
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Stage> ONCE_READ = Set.of(Stage.INSTEAD, Stage.REPLYING);

    private final ApiKey key;
    private final int errorStatus;
    private final ArrivalWindow window;
    private final Ticker ticker;
    private final Plans plans;
    private final Journal journal;
    private final IntSupplier epoch;
    private final Consumer<ReceivedSubmission> listener;
    private long campaigns;

    SmsPartnerService(
            ApiKey key,
            int errorStatus,
            ArrivalWindow window,
            Ticker ticker,
            Plans plans,
            Journal journal,
            IntSupplier epoch,
            Consumer<ReceivedSubmission> listener) {
        this.key = key;
        this.errorStatus = errorStatus;
        this.window = window;
        this.ticker = ticker;
        this.plans = plans;
        this.journal = journal;
        this.epoch = epoch;
        this.listener = listener;
    }

    Answer submit(byte[] body, Optional<String> formatInQuery) {
        Judgement judgement = new Judgement(RequestFields.read(body, formatInQuery));
        Answer answer = judge(judgement);
        listener.accept(judgement.entry);
        return answer;
    }

    private synchronized Answer judge(Judgement request) {
        if (!window.admit(ticker.nanos())) {
            return request.turnedAway(TOO_MANY_REQUESTS, ReceivedSubmission.Outcome.THROTTLED);
        }
        request.fault = plans.nextFault(ONCE_READ);
        if (request.fault.filter(fault -> fault.stage() == Stage.INSTEAD).isPresent()) {
            return request.turnedAway(OK, ReceivedSubmission.Outcome.NOT_TAKEN);
        }
        Optional<ApiErrorCode> error = request.error().or(plans::nextRefusal);
        return error.map(request::refused).orElseGet(request::accepted);
    }

    /** One request on its way to an answer and to its entry in the journal. */
    private final class Judgement {

        private final RequestFields fields;
        private final PackedNumbers numbers;
        private final boolean numbersReadable;
        private Optional<FaultKind> fault = Optional.empty();
        private ReceivedSubmission entry;

        Judgement(RequestFields fields) {
            Optional<PackedNumbers> parsed = fields.phoneNumbers().flatMap(PackedNumbers::parse);
            this.fields = fields;
            this.numbers = parsed.orElse(PackedNumbers.NONE);
            this.numbersReadable = parsed.isPresent();
        }

        /** Nothing can be found in a body that cannot be read, so 90 comes before the order of A11. */
        private Optional<ApiErrorCode> error() {
            if (!fields.readable()) {
                return Optional.of(ApiErrorCode.MALFORMED_JSON);
            }
            if (fields.apiKey().isEmpty()) {
                return Optional.of(ApiErrorCode.API_KEY_REQUIRED);
            }
            if (!keyAccepted()) {
                return Optional.of(ApiErrorCode.INVALID_API_KEY);
            }
            if (fields.phoneNumbers().isEmpty()) {
                return Optional.of(ApiErrorCode.PHONE_NUMBER_REQUIRED);
            }
            if (!numbersReadable) {
                return Optional.of(ApiErrorCode.NUMBERS_NOT_SEPARATED);
            }
            return numbers.size() > VerificationRequest.MAX_NUMBERS
                    ? Optional.of(ApiErrorCode.TOO_MANY_NUMBERS)
                    : Optional.empty();
        }

        private Answer turnedAway(int status, ReceivedSubmission.Outcome outcome) {
            record(outcome, Optional.empty(), Optional.empty());
            return Answer.withoutReply(status, fields.replyFormat(), fault);
        }

        private Answer refused(ApiErrorCode code) {
            record(ReceivedSubmission.Outcome.REFUSED, Optional.empty(), Optional.of(code));
            return new Answer(
                    errorStatus, fields.replyFormat(), Optional.of(new Reply.Refused(code)), fault, Optional.empty());
        }

        private Answer accepted() {
            campaigns++;
            CampaignId id = CampaignId.of(String.format(Locale.ROOT, "HLR%06d", campaigns));
            record(ReceivedSubmission.Outcome.ACCEPTED, Optional.of(id), Optional.empty());
            BigDecimal cost = PRICE.multiply(BigDecimal.valueOf(numbers.size())).stripTrailingZeros();
            return new Answer(
                    OK,
                    fields.replyFormat(),
                    Optional.of(new Reply.Accepted(id, numbers.size(), cost)),
                    fault,
                    Optional.of(new Campaign(id, numbers, fields.notifyUrl(), epoch.getAsInt())));
        }

        private void record(
                ReceivedSubmission.Outcome outcome, Optional<CampaignId> campaignId, Optional<ApiErrorCode> error) {
            entry = new ReceivedSubmission(
                    outcome,
                    key(),
                    keyAccepted(),
                    numbers.first(ReceivedSubmission.MAX_NUMBERS),
                    fields.tag(),
                    fields.notifyUrl(),
                    fields.replyFormat(),
                    campaignId,
                    error,
                    fault);
            journal.add(entry, numbers);
        }

        private boolean keyAccepted() {
            return key().filter(key::equals).isPresent();
        }

        /** Empty also where it is nothing that could be a key. */
        private Optional<ApiKey> key() {
            try {
                return fields.apiKey().map(ApiKey::of);
            } catch (InvalidInputException e) {
                return Optional.empty();
            }
        }
    }
}
