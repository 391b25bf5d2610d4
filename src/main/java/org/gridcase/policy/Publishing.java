package org.gridcase.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.identity.Role;
import org.gridcase.policy.Draft.Step;
import org.gridcase.policy.guard.Finding;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How an approved draft comes into force on every node at once: it is put away as a release that nobody goes by yet, each
 * living node makes itself ready for it, and when all are, one row flips. A node that is not ready stops it.
 */
@Component
public class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final Duration LOOKS_AGAIN = Duration.ofMillis(250);
    private static final Duration WARMS_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_DAYS_AHEAD = 366;
    private static final int LONGEST_REASON = 500;

    private final Releases releases;
    private final DraftRows drafts;
    private final PublicationRows publications;
    private final PolicyNodes nodes;
    private final Readiness readiness;
    private final PolicyRights rights;
    private final PolicyNews news;
    private final DraftLife life;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Duration patience;
    private Map<Integer, Standing> warmed = Map.of();
    private Instant warmAgain = Instant.EPOCH;
    private Set<UUID> foreseen = Set.of();

    Publishing(
            Releases releases,
            DraftRows drafts,
            PublicationRows publications,
            PolicyNodes nodes,
            Readiness readiness,
            PolicyRights rights,
            PolicyNews news,
            DraftLife life,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${gridcase.policy.publish-patience:2m}") Duration patience) {
        this.releases = releases;
        this.drafts = drafts;
        this.publications = publications;
        this.nodes = nodes;
        this.readiness = readiness;
        this.rights = rights;
        this.news = news;
        this.life = life;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.patience = patience;
    }

    /**
     * Puts the draft's files away as the next release and asks every node to make itself ready for it.
     *
     * @return the release's number
     * @throws DraftRefused if it is not approved, on its way already, or another release came in between
     */
    @Transactional
    public int begin(UUID id, Reach reach, String by) {
        int release = putAway(id, reach, by);
        life.decide(id, Step.PUBLISH, by, "");
        return release;
    }

    /** The task of publishing it is completed: for the whole city at once, unless that is what {@link #begin} does. */
    void ordered(UUID id, String by) {
        if (!publications.isUnderWay(id)) {
            putAway(id, Reach.CITY_NOW, by);
        }
    }

    private int putAway(UUID id, Reach reach, String by) {
        rights.demand(by, Role.APPROVER);
        check(reach);
        Draft draft = drafts.hold(id).orElseThrow(DraftRefused::none);
        draft.after(Step.PUBLISH, by);
        if (publications.isUnderWay(id)) {
            throw DraftRefused.underWay();
        }
        int release = releases.prepare(draft.base(), drafts.files(id), by, draft.title(), reach);
        publications.add(release, id, reach, by, clock.instant());
        record(draft, Step.PREPARE, by, String.valueOf(release));
        news.tell();
        return release;
    }

    private void check(Reach reach) {
        if (!reach.districts().stream().allMatch(rights::isDistrict)) {
            throw DraftRefused.noDistrict();
        }
        if (reach.from() != null && reach.from().isAfter(clock.instant().plus(Duration.ofDays(MOST_DAYS_AHEAD)))) {
            throw DraftRefused.tooFarAhead(MOST_DAYS_AHEAD);
        }
    }

    /** For the whole city at once; returns when it is in force. Not inside a transaction, which nobody else could see. */
    int publish(UUID draft, String by) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("other nodes would wait for a commit that waits for them");
        }
        int release = Objects.requireNonNull(transaction.execute(status -> begin(draft, Reach.CITY_NOW, by)));
        Publication it = publication(release);
        while (it.state() == Publication.State.PREPARING && news.await(LOOKS_AGAIN)) {
            it = publication(release);
        }
        if (it.state() == Publication.State.DONE) {
            return release;
        }
        Obstacle failure = it.failure();
        throw DraftRefused.failed(failure == null || failure.node() == null ? "" : failure.node());
    }

    private Publication publication(int release) {
        return publications.find(release).orElseThrow(DraftRefused::none);
    }

    /** The last attempt to publish it. */
    @Transactional(readOnly = true)
    public Optional<Publication> of(UUID draft) {
        return publications.of(draft);
    }

    /** How far each node has come. */
    @Transactional(readOnly = true)
    public List<NodeReport> reports(Publication it) {
        List<NodeReport> all = new ArrayList<>(publications.reports(it.release()));
        if (it.state() == Publication.State.PREPARING) {
            publications
                    .silent(it.release(), nodes.patienceSeconds())
                    .forEach(node -> all.add(new NodeReport(node, null, null)));
        }
        return all;
    }

    /** @throws DraftRefused if it is in force nowhere, is there already, or another release would be undone unseen */
    @Transactional
    public void widen(int release, Reach reach, String by, String why) {
        rights.demand(by, Role.APPROVER);
        check(reach);
        String reason = words(why);
        releases.widen(release, reach, by);
        record(release, Step.WIDEN, by, reason, Map.of("districts", String.join(",", reach.districts())));
        news.tell();
    }

    /**
     * Before its time has come: what is in force stays so.
     *
     * @throws DraftRefused if nothing of it is still to come
     */
    @Transactional
    public void callOff(int release, String by, String why) {
        rights.demand(by, Role.APPROVER);
        String reason = words(why);
        releases.callOff(release);
        record(release, Step.CALL_OFF, by, reason, Map.of());
        news.tell();
    }

    /** What was done with a release, oldest first. */
    @Transactional(readOnly = true)
    public List<PolicyStep> steps(int release) {
        return drafts.steps(release);
    }

    /** Something about releases has changed in this transaction. */
    void tell() {
        news.tell();
    }

    /** What this node has to do now; called by one thread. */
    void attend() {
        for (int release : publications.underWay()) {
            if (!publications.hasSpoken(release, nodes.id())) {
                speak(release);
            }
            transaction.executeWithoutResult(status -> conclude(release));
        }
        warm();
        foresee();
    }

    private void speak(int release) {
        long begun = System.nanoTime();
        List<Finding> wrong = readiness.of(release);
        int took = (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
        transaction.executeWithoutResult(status -> {
            publications.acknowledge(
                    release, nodes.id(), nodes.name(), took, clock.instant(), wrong.isEmpty() ? null : wrong.get(0));
            news.tell();
        });
    }

    /** Whichever node comes first when all have spoken. */
    private void conclude(int release) {
        Publication it = publications.hold(release).orElse(null);
        if (it == null) {
            return;
        }
        List<NodeReport> spoken = publications.reports(release);
        List<String> silent = publications.silent(release, nodes.patienceSeconds());
        Optional<NodeReport> unready =
                spoken.stream().filter(one -> one.problem() != null).findFirst();
        if (unready.isPresent()) {
            fail(
                    it,
                    new Obstacle(
                            unready.get().node(),
                            Objects.requireNonNull(unready.get().problem())));
        } else if (silent.isEmpty() && !spoken.isEmpty()) {
            intoForce(it);
        } else if (clock.instant().isAfter(it.askedAt().plus(patience))) {
            String whose = silent.isEmpty() ? null : silent.get(0);
            fail(it, new Obstacle(whose, Finding.of("", "", "policy.publishing.silent", patience.toSeconds())));
        }
    }

    private void intoForce(Publication it) {
        Draft draft = drafts.hold(it.draft()).orElseThrow(DraftRefused::none);
        Draft published;
        try {
            published = draft.after(Step.PUBLISH, it.askedBy());
            releases.activate(it.release(), draft.base(), it.reach(), it.askedBy());
        } catch (Refusal refused) {
            fail(
                    it,
                    new Obstacle(
                            null,
                            Finding.of(
                                    "", "", refused.key(), refused.arguments().toArray())));
            return;
        }
        Instant now = clock.instant();
        publications.end(it.release(), now, null);
        drafts.put(published, it.release(), now);
        life.follow(published, Step.PUBLISH);
        record(published, Step.PUBLISH, it.askedBy(), String.valueOf(it.release()));
        drafts.step(null, it.release(), now, it.askedBy(), Step.PUBLISH, published.title());
        news.tell();
    }

    private void fail(Publication it, Obstacle why) {
        publications.end(it.release(), clock.instant(), why);
        releases.fail(it.release());
        drafts.find(it.draft()).ifPresent(draft -> {
            life.follow(draft, Step.FAIL);
            record(draft, Step.FAIL, it.askedBy(), why.node());
        });
        news.tell();
    }

    /** What came into force while this node looked elsewhere, and now and then all of it again. */
    private void warm() {
        Map<Integer, Standing> now = releases.standings();
        if (!now.equals(warmed) || clock.instant().isAfter(warmAgain)) {
            try {
                releases.warm();
            } catch (RuntimeException lost) {
                LOG.warn("the tables in force are not compiled yet", lost);
            }
            warmed = now;
            warmAgain = clock.instant().plus(WARMS_AGAIN);
        }
    }

    /** What is approved will be published: whoever has compiled it by then is ready at once. */
    private void foresee() {
        List<UUID> approved = drafts.approved();
        List<UUID> fresh =
                approved.stream().filter(draft -> !foreseen.contains(draft)).toList();
        foreseen = Set.copyOf(approved);
        try {
            fresh.forEach(draft -> releases.warm(drafts.files(draft)));
        } catch (RuntimeException lost) {
            LOG.warn("what is approved is compiled when it is published", lost);
        }
    }

    private void record(Draft it, Step step, String by, @Nullable String why) {
        drafts.step(it.id(), null, clock.instant(), by, step, why);
        audit.record(new AuditEntry(
                by, action(step), new Subject("draft", it.id().toString()), why, Map.of("title", it.title())));
    }

    private void record(int release, Step step, String by, String why, Map<String, String> detail) {
        drafts.step(null, release, clock.instant(), by, step, why);
        audit.record(new AuditEntry(by, action(step), new Subject("release", String.valueOf(release)), why, detail));
    }

    private static String action(Step step) {
        return "policy." + step.name().toLowerCase(Locale.ROOT);
    }

    private static String words(String text) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw DraftRefused.words(LONGEST_REASON);
        }
        return words;
    }
}
