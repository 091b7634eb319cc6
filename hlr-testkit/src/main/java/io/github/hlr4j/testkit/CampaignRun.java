package io.github.hlr4j.testkit;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.PhoneNumber;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A campaign whose results are being posted; guarded by the lock of its {@link NotificationQueue}. */
final class CampaignRun {

    private final Campaign campaign;
    private final Optional<URI> target;
    private final NotificationScenario scenario;
    private final ResultWriter writer;
    private final int[] order;
    private final Set<PhoneNumber> lost;
    private final Set<PhoneNumber> duplicated;
    private final Set<PhoneNumber> contradicted;
    private int started;
    private int posts;
    private int outstanding;

    /** Takes a campaign and the address to call; without one, its results end without being posted. */
    CampaignRun(Campaign campaign, Optional<URI> target, NotificationScenario scenario, ResultWriter writer) {
        this.campaign = campaign;
        this.target = target;
        this.scenario = scenario;
        this.writer = writer;
        this.order = order(size(), scenario);
        this.lost = chosen(scenario::loses);
        this.duplicated = chosen(scenario::duplicates);
        this.contradicted = chosen(scenario::contradicts);
        this.outstanding = size();
    }

    CampaignId id() {
        return campaign.id();
    }

    Optional<URI> target() {
        return target;
    }

    NotificationScenario scenario() {
        return scenario;
    }

    int epoch() {
        return campaign.epoch();
    }

    boolean duplicates(PhoneNumber number) {
        return duplicated.contains(number);
    }

    boolean contradicts(PhoneNumber number) {
        return contradicted.contains(number);
    }

    int size() {
        return campaign.numbers().size();
    }

    boolean hasNext() {
        return started < size();
    }

    /** The next post: as many results as its style takes, or one that is lost. */
    Notification next() {
        if (lost.contains(peek())) {
            return new Notification(this, scenario.style(posts), List.of(writer.lost(poll())));
        }
        NotificationStyle style = scenario.style(posts++);
        List<Result> results = new ArrayList<>();
        while (hasNext() && results.size() < style.mostResults() && !lost.contains(peek())) {
            results.add(writer.first(poll()));
        }
        return new Notification(this, style, results);
    }

    /** Notes that more results than there are numbers will be posted. */
    void expect(int more) {
        outstanding += more;
    }

    /** Notes that some of its results are done with; true for the last ones. */
    boolean finish(int results) {
        outstanding -= results;
        return outstanding == 0;
    }

    private PhoneNumber peek() {
        return campaign.numbers().get(order.length == 0 ? started : order[started]);
    }

    private PhoneNumber poll() {
        PhoneNumber next = peek();
        started++;
        return next;
    }

    /** Asks the scenario once, in the thread of the request: it is the user's code and may throw. */
    private Set<PhoneNumber> chosen(Predicate<PhoneNumber> choice) {
        return campaign.numbers().stream().filter(choice).collect(Collectors.toUnmodifiableSet());
    }

    /** Empty where the order is that of the numbers, which is the rule and takes no memory. */
    private static int[] order(int size, NotificationScenario scenario) {
        if (scenario.seed().isEmpty()) {
            return new int[0];
        }
        Random random = new Random(scenario.seed().getAsLong());
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
