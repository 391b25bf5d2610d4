package org.gridcase.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.policy.guard.Guard;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.workflow.Deployments;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The releases of the city's policy; a case keeps to the one it was accepted under. */
@Component
public class Releases {
    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
    private static final int FIRST = 1;

    private final Bundles bundles;
    private final BundledFolders folders;
    private final Deployments deployments;
    private final RuleBases ruleBases;
    private final Guard guard;
    private final Standards standards;
    private final Recent<Integer, Release> releases = new Recent<>(64);
    private final Recent<String, Artifact> artifacts = new Recent<>(256);
    private final Recent<String, Boolean> present = new Recent<>(256);

    Releases(
            Bundles bundles,
            BundledFolders folders,
            Deployments deployments,
            RuleBases ruleBases,
            Guard guard,
            Standards standards) {
        this.bundles = bundles;
        this.folders = folders;
        this.deployments = deployments;
        this.ruleBases = ruleBases;
        this.guard = guard;
        this.standards = standards;
    }

    /**
     * Makes what travels in the jar release 1, once in the life of a database, whichever node comes first.
     *
     * @throws org.gridcase.policy.guard.BundleRefused if a file in the jar is not as the guard wants it
     */
    @Transactional
    public Release publishFirst() {
        bundles.lock();
        List<Artifact> bundled = folders.artifacts();
        Optional<Release> first = bundles.find(FIRST);
        if (first.isPresent()) {
            return first.get();
        }
        add(FIRST, null, bundled, "gridcase", "the city's first policy, as shipped");
        bundles.publish(FIRST, Reach.CITY_NOW, "gridcase");
        LOG.info("published policy release 1 with {} files", bundled.size());
        return bundles.find(FIRST).orElseThrow();
    }

    /**
     * Makes these files the next release, in force everywhere from the end of this transaction on, whether or not other
     * nodes are ready for it.
     *
     * @param base the release that they were begun from
     * @throws DraftRefused if another came into force since
     * @throws org.gridcase.policy.guard.BundleRefused if the guard finds anything
     */
    int publishNext(int base, List<Artifact> files, String by, String reason) {
        int number = prepare(base, files, by, reason, Reach.CITY_NOW);
        activate(number, base, Reach.CITY_NOW, by);
        return number;
    }

    /** The same, but that nobody goes by it before it is activated. */
    int prepare(int base, List<Artifact> files, String by, String reason, Reach reach) {
        bundles.lock();
        demandGround(base, base, reach);
        int number = bundles.newest() + 1;
        add(number, base, files, by, reason);
        return number;
    }

    /** @throws DraftRefused if another release came in between, somewhere in its reach */
    void activate(int number, int base, Reach reach, String by) {
        bundles.lock();
        demandGround(base, base, reach);
        bundles.publish(number, reach, by);
        LOG.info("published policy release {} for {}", number, reach.isCity() ? "the city" : reach.districts());
    }

    /** Whether it is prepared, and neither in force nor given up. */
    boolean isUnderWay(int number) {
        return bundles.isIn(number, "PREPARING");
    }

    /** Nobody ever goes by it. */
    void fail(int number) {
        bundles.fail(number);
        deployments.delete(get(number).deploymentId());
        LOG.warn("policy release {} does not come into force", number);
    }

    /**
     * Lets it be in force elsewhere too.
     *
     * @throws DraftRefused if it is in force nowhere, reaches all of that already, or another release would be undone
     */
    void widen(int number, Reach reach, String by) {
        bundles.lock();
        Ground ground = bundles.ground();
        if (ground.under(number, null).isEmpty()) {
            throw DraftRefused.notInForce(inForce().number());
        }
        if (ground.reached(number).containsAll(ground.places(reach.districts()))) {
            throw DraftRefused.reachedAlready(number);
        }
        demandGround(bundles.base(number).orElse(number), number, reach);
        bundles.extend(number, reach, by);
        LOG.info("policy release {} widened to {}", number, reach.isCity() ? "the city" : reach.districts());
    }

    /** @throws DraftRefused if nothing of it is still to come */
    void callOff(int number) {
        bundles.lock();
        Standing standing = standing(number);
        if (standing.coming().isEmpty()) {
            throw DraftRefused.nothingToCome(number);
        }
        if (standing.state() == Standing.State.SCHEDULED) {
            rollBack(number);
        } else {
            bundles.forgetWhatIsToCome(number);
        }
    }

    private void demandGround(int base, int itself, Reach reach) {
        Ground ground = bundles.ground();
        ground.overtaker(base, itself, ground.places(reach.districts())).ifPresent(other -> {
            throw DraftRefused.overtaken(other);
        });
    }

    private void add(int number, @Nullable Integer base, List<Artifact> files, String by, String reason) {
        guard.check(files.stream().collect(Collectors.toMap(Artifact::path, Artifact::content)), Spreadsheets.all());
        int before = base == null ? standards.newest() : get(base).catalogueVersion();
        int standard = standards.version(files, before, by);
        bundles.add(number, base, deploy(number, files), by, reason, standard, files);
    }

    /** Where a release is in force, was or will be. */
    public Standing standing(int number) {
        return bundles.isIn(number, "ROLLED_BACK")
                ? Standing.TAKEN_BACK
                : bundles.ground().standing(number, bundles.now());
    }

    /** The same of all that were not taken back. */
    public Map<Integer, Standing> standings() {
        Ground ground = bundles.ground();
        Instant now = bundles.now();
        return ground.forces().stream()
                .map(Force::release)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), number -> ground.standing(number, now)));
    }

    /** All of them, newest first, at most so many. */
    public List<PublishedRelease> published(int most) {
        return bundles.published(Integer.MAX_VALUE, most);
    }

    /** @throws NotInRelease if nobody has ever gone by it */
    public PublishedRelease one(int number) {
        return bundles.published(number, 1).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> NotInRelease.release(number));
    }

    /**
     * What was in force before is in force again wherever it reaches; cases keep the release that they were accepted under.
     *
     * @throws DraftRefused if something else stands upon it somewhere, or it is the first
     */
    void rollBack(int number) {
        bundles.lock();
        Ground ground = bundles.ground();
        Set<String> reached = ground.reached(number);
        int upon = reached.stream()
                .mapToInt(place -> ground.top(place, null))
                .max()
                .orElse(number);
        if (reached.isEmpty() || upon != number) {
            throw DraftRefused.notInForce(reached.isEmpty() ? inForce().number() : upon);
        }
        if (number == FIRST) {
            throw DraftRefused.first();
        }
        bundles.rollBack(number);
        LOG.info("policy release {} rolled back", number);
    }

    /**
     * For all districts that no release is meant for in particular.
     *
     * @throws NotInRelease if nothing has been published
     */
    public Release inForce() {
        return inForce(Force.CITY);
    }

    /**
     * For what is reported there now.
     *
     * @throws NotInRelease if nothing has been published
     */
    public Release inForce(String district) {
        return bundles.inForce(district).orElseThrow(NotInRelease::nothingPublished);
    }

    /** @throws NotInRelease if there is no such release */
    public Release get(int number) {
        return releases.get(number, any -> bundles.find(number).orElseThrow(() -> NotInRelease.release(number)));
    }

    /** The rows of the filing standard that its cases are filed under, whatever is in force by now. */
    public FilingRows standard(int release) {
        return standards.in(get(release).catalogueVersion());
    }

    /**
     * A file of a release, not to be written to.
     *
     * @throws NotInRelease if that release has no such file
     */
    public byte[] artifact(int release, String path) {
        return file(release, path).content();
    }

    public boolean has(int release, String path) {
        return present.get(release + " " + path, any -> bundles.has(release, path));
    }

    /** The form schema of a human task. */
    public byte[] form(int release, String taskKey) {
        return artifact(release, "forms/" + taskKey + ".form");
    }

    Artifact file(int release, String path) {
        return artifacts.get(release + " " + path, any -> bundles.find(release, path)
                .orElseThrow(() -> NotInRelease.artifact(release, path)));
    }

    List<Artifact> files(int release) {
        return bundles.files(release);
    }

    /** Begins to compile the tables of what is in force or will be, so that the first case need not wait. */
    void warm() {
        standings().forEach((number, standing) -> {
            if (standing.state() != Standing.State.SUPERSEDED) {
                warm(number);
            }
        });
    }

    private void warm(int number) {
        standard(number);
        warm(bundles.spreadsheets(number));
    }

    /** Begins to compile these tables, which the guard has looked at. */
    void warm(List<Artifact> files) {
        files.stream()
                .filter(Artifact::isSpreadsheet)
                .forEach(table -> ruleBases.warm(Spreadsheets.at(table.path()), table.sha256(), table.content()));
    }

    private String deploy(int number, List<Artifact> artifacts) {
        Map<String, byte[]> models = artifacts.stream()
                .filter(Artifact::isDeployed)
                .collect(Collectors.toMap(Artifact::path, Artifact::content));
        return deployments.deploy("policy release " + number, models);
    }
}
