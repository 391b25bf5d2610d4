package org.gridcase.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridcase.policy.guard.Guard;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.workflow.Deployments;
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
    private final Recent<Integer, Release> releases = new Recent<>(64);
    private final Recent<String, Artifact> artifacts = new Recent<>(256);
    private final Recent<String, Boolean> present = new Recent<>(256);

    Releases(Bundles bundles, BundledFolders folders, Deployments deployments, RuleBases ruleBases, Guard guard) {
        this.bundles = bundles;
        this.folders = folders;
        this.deployments = deployments;
        this.ruleBases = ruleBases;
        this.guard = guard;
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
        publish(FIRST, bundled, "gridcase", "the city's first policy, as shipped");
        LOG.info("published policy release 1 with {} files", bundled.size());
        return bundles.find(FIRST).orElseThrow();
    }

    /**
     * Makes these files the next release, in force from the end of this transaction on.
     *
     * @param base the release that they were begun from
     * @throws DraftRefused if another came into force since
     * @throws org.gridcase.policy.guard.BundleRefused if the guard finds anything
     */
    int publishNext(int base, List<Artifact> files, String by, String reason) {
        bundles.lock();
        int inForce = inForce().number();
        if (inForce != base) {
            throw DraftRefused.overtaken(inForce);
        }
        int number = bundles.newest() + 1;
        publish(number, files, by, reason);
        LOG.info("published policy release {} with {} files", number, files.size());
        return number;
    }

    private void publish(int number, List<Artifact> files, String by, String reason) {
        guard.check(files.stream().collect(Collectors.toMap(Artifact::path, Artifact::content)), Spreadsheets.all());
        bundles.publish(number, deploy(number, files), by, reason, files);
    }

    /** All of them, newest first, at most so many. */
    public List<PublishedRelease> published(int most) {
        return bundles.published(most);
    }

    /**
     * What was in force before is in force again; cases keep the release that they were accepted under.
     *
     * @throws DraftRefused if it is not the one in force, or the first
     */
    void rollBack(int number) {
        bundles.lock();
        int inForce = inForce().number();
        if (number != inForce) {
            throw DraftRefused.notInForce(inForce);
        }
        if (number == FIRST) {
            throw DraftRefused.first();
        }
        bundles.rollBack(number);
        LOG.info("policy release {} rolled back", number);
    }

    /** @throws NotInRelease if nothing has been published */
    public Release inForce() {
        return bundles.inForce().orElseThrow(NotInRelease::nothingPublished);
    }

    /** @throws NotInRelease if there is no such release */
    public Release get(int number) {
        return releases.get(number, any -> bundles.find(number).orElseThrow(() -> NotInRelease.release(number)));
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

    /** Begins to compile the tables of the release in force, so that the first case need not wait. */
    void warm() {
        bundles.spreadsheets(inForce().number())
                .forEach(table -> ruleBases.warm(Spreadsheets.at(table.path()), table.sha256(), table.content()));
    }

    private String deploy(int number, List<Artifact> artifacts) {
        Map<String, byte[]> models = artifacts.stream()
                .filter(Artifact::isDeployed)
                .collect(Collectors.toMap(Artifact::path, Artifact::content));
        return deployments.deploy("policy release " + number, models);
    }
}
