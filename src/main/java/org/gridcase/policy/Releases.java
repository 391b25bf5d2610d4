package org.gridcase.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridcase.policy.table.Inspection;
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
    private final Recent<Integer, Release> releases = new Recent<>(64);
    private final Recent<String, Artifact> artifacts = new Recent<>(256);
    private final Recent<String, Boolean> present = new Recent<>(256);

    Releases(Bundles bundles, BundledFolders folders, Deployments deployments, RuleBases ruleBases) {
        this.bundles = bundles;
        this.folders = folders;
        this.deployments = deployments;
        this.ruleBases = ruleBases;
    }

    /**
     * Makes what travels in the jar release 1, once in the life of a database, whichever node comes first.
     *
     * @throws org.gridcase.policy.table.TableRefused if a spreadsheet in the jar breaks its contract
     */
    @Transactional
    public Release publishFirst() {
        bundles.lock();
        List<Artifact> bundled = folders.artifacts();
        Optional<Release> first = bundles.find(FIRST);
        if (first.isPresent()) {
            warnIfChanged(first.get(), bundled);
            return first.get();
        }
        bundled.stream()
                .filter(Artifact::isSpreadsheet)
                .forEach(table -> Inspection.of(Spreadsheets.at(table.path()), table.content()));
        bundles.publish(FIRST, deploy(bundled), "gridcase", "the city's first policy, as shipped", bundled);
        LOG.info("published policy release 1 with {} files", bundled.size());
        return bundles.find(FIRST).orElseThrow();
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

    private String deploy(List<Artifact> artifacts) {
        Map<String, byte[]> models = artifacts.stream()
                .filter(Artifact::isDeployed)
                .collect(Collectors.toMap(Artifact::path, Artifact::content));
        return deployments.deploy("policy release " + FIRST, models);
    }

    private static void warnIfChanged(Release first, List<Artifact> bundled) {
        if (!first.sha256().equals(Hash.of(bundled))) {
            LOG.warn("processes/, rules/ or forms/ differ from release 1; they are not published by themselves");
        }
    }
}
