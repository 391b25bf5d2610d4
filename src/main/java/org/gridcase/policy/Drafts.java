package org.gridcase.policy;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.identity.Role;
import org.gridcase.policy.Draft.Step;
import org.gridcase.policy.guard.Finding;
import org.gridcase.policy.guard.Guard;
import org.gridcase.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How policy changes: the city's analysts draw up a draft, guard and example cases look at it, another person approves
 * and publishes it, and takes it back if it was wrong.
 */
@Component
public class Drafts {
    /** Who draws up what lies in the folders. */
    public static final String PROGRAM = "gridcase";

    /** Why a draft needs no backtest: no decision that leaves records, and no limit, would be another. */
    public static final String NO_DECISION = "no decision";

    private static final int MOST_OPEN = 20;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 500;
    private static final int LARGEST_FILE = 4 << 20;
    private static final int MOST_FILES = 200;
    private static final Pattern PATH = Pattern.compile("(?:processes|rules|forms)/[A-Za-z0-9/._-]{1,150}");

    private final DraftRows rows;
    private final Releases releases;
    private final Guard guard;
    private final Examples examples;
    private final FlowTrial flows;
    private final DraftLife life;
    private final PolicyRights rights;
    private final Publishing publishing;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Drafts(
            DraftRows rows,
            Releases releases,
            Guard guard,
            Examples examples,
            FlowTrial flows,
            DraftLife life,
            PolicyRights rights,
            Publishing publishing,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.releases = releases;
        this.guard = guard;
        this.examples = examples;
        this.flows = flows;
        this.life = life;
        this.rights = rights;
        this.publishing = publishing;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether they hold that role for the whole city, which policy is made for. */
    public boolean may(String account, Role role) {
        return rights.may(account, role);
    }

    /** The latest, whatever became of them. */
    @Transactional(readOnly = true)
    public List<Draft> recent(int most) {
        return rows.recent(most);
    }

    /** @throws DraftRefused if there is none */
    @Transactional(readOnly = true)
    public Draft get(UUID id) {
        return rows.find(id).orElseThrow(DraftRefused::none);
    }

    /** Against the release that it was begun from. */
    @Transactional(readOnly = true)
    public List<FileChange> changes(UUID id) {
        return rows.changes(id);
    }

    /** Paths of its files. */
    @Transactional(readOnly = true)
    public List<String> paths(UUID id) {
        return rows.files(id).stream().map(Artifact::path).toList();
    }

    /** @throws DraftRefused if it has no such file */
    @Transactional(readOnly = true)
    public byte[] file(UUID id, String path) {
        return rows.file(id, path).orElseThrow(DraftRefused::none).content();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<PolicyStep> steps(UUID id) {
        return rows.steps(id);
    }

    /** @throws DraftRefused if it is not theirs to begin one, or they have begun too many */
    @Transactional
    public UUID open(String title, String by) {
        demand(by, Role.ANALYST);
        if (rows.open(by) >= MOST_OPEN) {
            throw DraftRefused.tooMany(MOST_OPEN);
        }
        var now = clock.instant();
        int base = releases.inForce().number();
        var it = new Draft(
                Ids.timeOrdered(), base, Draft.State.DRAFT, words(title, LONGEST_TITLE), by, null, null, now, now);
        rows.add(it);
        life.begin(it);
        record(it, Step.OPEN, by, it.title());
        return it.id();
    }

    /**
     * Draws up what the program has found in its folders, over the release in force.
     *
     * @return none if the city has all of it already
     */
    @Transactional
    Optional<UUID> offer(String title, List<Artifact> put, Set<String> gone) {
        var now = clock.instant();
        int base = releases.inForce().number();
        var it = new Draft(Ids.timeOrdered(), base, Draft.State.DRAFT, title, PROGRAM, null, null, now, now);
        rows.add(it);
        put.forEach(file -> rows.put(it.id(), file));
        gone.forEach(path -> rows.remove(it.id(), path));
        if (rows.changes(it.id()).isEmpty()) {
            rows.forget(it.id());
            return Optional.empty();
        }
        life.begin(it);
        record(it, Step.OPEN, PROGRAM, it.title());
        return Optional.of(it.id());
    }

    /** Whether it is offered and nobody has taken it over. */
    @Transactional(readOnly = true)
    boolean isOffer(UUID id) {
        return rows.find(id)
                .filter(it -> it.author().equals(PROGRAM) && it.state() == Draft.State.DRAFT)
                .isPresent();
    }

    /** A newer offer holds it too. */
    @Transactional
    void takeBack(UUID id) {
        done(held(id).after(Step.WITHDRAW, PROGRAM), Step.WITHDRAW, PROGRAM, "");
    }

    /**
     * Makes the program's offer one's own, over the release that is in force now; only then is it checked and approved, so
     * that two people have looked at it.
     *
     * @throws DraftRefused if it is somebody's already, or they draw up no policy
     */
    @Transactional
    public void takeOver(UUID id, String by) {
        demand(by, Role.ANALYST);
        held(id);
        if (!isOffer(id)) {
            throw DraftRefused.notNow();
        }
        rows.takeOver(id, by, releases.inForce().number());
        done(get(id), Step.TAKE_OVER, by, null);
    }

    /** Of drafts that were begun before drafts had one. */
    @Transactional
    void beginLives() {
        rows.underWay().forEach(life::begin);
    }

    /** @throws DraftRefused if it is not theirs to change, or the file cannot be one of a release */
    @Transactional
    public void put(UUID id, String path, byte[] content, String by) {
        putAll(id, Map.of(path, content), by);
    }

    /**
     * Puts all of them in, or none. What is there already as it is, is no change.
     *
     * @throws DraftRefused if it is not theirs to change, or a file cannot be one of a release
     */
    @Transactional
    public void putAll(UUID id, Map<String, byte[]> files, String by) {
        Draft changed = changeable(id, by);
        List<String> put = files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(file -> keep(id, file.getKey(), file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (put.isEmpty()) {
            return;
        }
        if (rows.files(id).size() > MOST_FILES) {
            throw DraftRefused.tooMany(MOST_FILES);
        }
        String paths = String.join(", ", put);
        done(
                changed,
                Step.CHANGE,
                by,
                paths.length() <= LONGEST_REASON ? paths : paths.substring(0, LONGEST_REASON - 1) + "…");
    }

    /** @return whether it was not there, or otherwise */
    private boolean keep(UUID id, String path, byte[] content) {
        if (!PATH.matcher(path).matches() || path.contains("..")) {
            throw DraftRefused.path();
        }
        if (content.length > LARGEST_FILE) {
            throw DraftRefused.tooLarge(LARGEST_FILE >> 10);
        }
        Artifact file = Artifact.of(path, content);
        boolean there = rows.file(id, path)
                .map(present -> present.sha256().equals(file.sha256()))
                .orElse(false);
        if (!there) {
            rows.put(id, file);
        }
        return !there;
    }

    /** @throws DraftRefused if it is not theirs to change, or has no such file */
    @Transactional
    public void remove(UUID id, String path, String by) {
        Draft changed = changeable(id, by);
        if (!rows.remove(id, path)) {
            throw DraftRefused.none();
        }
        done(changed, Step.CHANGE, by, path);
    }

    private Draft changeable(UUID id, String by) {
        Draft it = held(id);
        if (!it.author().equals(by)) {
            throw DraftRefused.notYours();
        }
        demand(by, Role.ANALYST);
        return it.after(Step.CHANGE, by);
    }

    /**
     * Looks at every file and runs every example case; takes as long as it takes to compile what was changed, and holds
     * nobody up meanwhile.
     *
     * @return none if it is checked now
     */
    public List<Finding> check(UUID id, String by) {
        if (!may(by, Role.ANALYST) && !may(by, Role.APPROVER)) {
            throw DraftRefused.notYours();
        }
        if (get(id).after(Step.CHECK, by).author().equals(PROGRAM)) {
            throw DraftRefused.nobodys();
        }
        List<Artifact> files = rows.files(id);
        List<Finding> found = findings(files);
        if (found.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                Draft checked = held(id).after(Step.CHECK, by);
                if (!Hash.of(rows.files(id)).equals(Hash.of(files))) {
                    throw DraftRefused.notNow();
                }
                if (rows.changes(id).isEmpty()) {
                    throw DraftRefused.nothingChanged();
                }
                done(checked, Step.CHECK, by, null);
                if (rows.changes(id).stream().noneMatch(it -> Decision.isSwayedBy(it.path()))) {
                    done(checked.after(Step.BACKTEST, by), Step.BACKTEST, by, NO_DECISION);
                }
            });
        }
        return found;
    }

    /**
     * Notes that these files have been tried on a past.
     *
     * @param filesSha256 of the files that were tried
     * @return whether they are the draft's still, and it waits for that
     */
    @Transactional
    public boolean backtested(UUID id, String filesSha256, String by, String what) {
        Draft it = held(id);
        boolean waits = it.state() == Draft.State.CHECKED || it.state() == Draft.State.BACKTESTED;
        if (!waits || !Hash.of(rows.files(id)).equals(filesSha256)) {
            return false;
        }
        done(it.after(Step.BACKTEST, by), Step.BACKTEST, by, what);
        return true;
    }

    private List<Finding> findings(List<Artifact> files) {
        Map<String, byte[]> contents = files.stream().collect(Collectors.toMap(Artifact::path, Artifact::content));
        List<Finding> found = guard.findings(contents, Spreadsheets.all());
        if (!found.isEmpty()) {
            return found;
        }
        Map<String, Artifact> byPath = files.stream().collect(Collectors.toMap(Artifact::path, Function.identity()));
        List<Finding> stuck = flows.findings(byPath);
        return stuck.isEmpty() ? examples.differences(byPath) : stuck;
    }

    /** @throws DraftRefused if they drew it up themselves, or it has not been checked and backtested as it is */
    @Transactional
    public void approve(UUID id, String by, String why) {
        decide(id, Step.APPROVE, by, why);
    }

    /** @throws DraftRefused if it has not been backtested yet, or is past it */
    @Transactional
    public void sendBack(UUID id, String by, String why) {
        decide(id, Step.SEND_BACK, by, why);
    }

    /** Asks first, so that whoever may not hears why; then completes the task in the draft's life, as the Tasklist does. */
    private void decide(UUID id, Step step, String by, String why) {
        demand(by, Role.APPROVER);
        Draft it = held(id);
        Draft next = it.after(step, by);
        String reason = step == Step.PUBLISH ? why : words(why, LONGEST_REASON);
        if (it.state() == Draft.State.APPROVED || it.isToApprove()) {
            life.decide(id, step, by, reason);
        } else {
            // sent back before anybody's turn has come
            done(next, step, by, reason);
        }
    }

    /** What a completed task in a draft's life comes to, and nothing else does. */
    @Transactional
    void decided(UUID id, Step step, String by, String why) {
        demand(by, Role.APPROVER);
        Draft next = held(id).after(step, by);
        if (step == Step.PUBLISH) {
            publishing.ordered(id, by);
        } else {
            done(next, step, by, words(why, LONGEST_REASON));
        }
    }

    /** @throws DraftRefused if neither author nor approver asks, or it is published */
    @Transactional
    public void withdraw(UUID id, String by, String why) {
        Draft it = held(id);
        if (!it.author().equals(by)) {
            demand(by, Role.APPROVER);
        }
        done(it.after(Step.WITHDRAW, by), Step.WITHDRAW, by, words(why, LONGEST_REASON));
    }

    /**
     * What is reported from now on goes by it, once every node is ready; running cases keep theirs. Waits for that, so
     * not inside a transaction.
     *
     * @return the release's number
     * @throws DraftRefused if it is not approved, another release came in between, or some node is not ready
     */
    public int publish(UUID id, String by) {
        return publishing.publish(id, by);
    }

    /** @throws DraftRefused if it is not the release in force */
    @Transactional
    public void rollBack(int release, String by, String why) {
        demand(by, Role.APPROVER);
        String reason = words(why, LONGEST_REASON);
        releases.rollBack(release);
        publishing.tell();
        rows.step(null, release, clock.instant(), by, Step.ROLL_BACK, reason);
        audit.record(new AuditEntry(
                by, "policy.roll_back", new Subject("release", String.valueOf(release)), reason, Map.of()));
    }

    private Draft held(UUID id) {
        return rows.hold(id).orElseThrow(DraftRefused::none);
    }

    private void demand(String account, Role role) {
        rights.demand(account, role);
    }

    private void done(Draft it, Step step, String by, @Nullable String why) {
        rows.put(it, null, clock.instant());
        life.follow(it, step);
        record(it, step, by, why);
    }

    private void record(Draft it, Step step, String by, @Nullable String why) {
        rows.step(it.id(), null, clock.instant(), by, step, why);
        audit.record(new AuditEntry(
                by,
                "policy." + step.name().toLowerCase(Locale.ROOT),
                new Subject("draft", it.id().toString()),
                why == null ? it.title() : why,
                Map.of("title", it.title())));
    }

    private static String words(String text, int most) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > most) {
            throw DraftRefused.words(most);
        }
        return words;
    }
}
