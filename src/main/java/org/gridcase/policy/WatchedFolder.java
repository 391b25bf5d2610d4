package org.gridcase.policy;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.gridcase.policy.guard.Finding;
import org.gridcase.policy.guard.Guard;
import org.gridcase.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** For authors on their own machine: what they save in the folder is in force a moment later, if the guard finds nothing. */
@Component
@ConditionalOnProperty("gridcase.policy.watch")
class WatchedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    private static final String REASON = "saved in the folder";

    private final BundledFolders folders;
    private final Releases releases;
    private final DraftRows steps;
    private final Guard guard;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private String seen = "";
    private String done = "";

    WatchedFolder(
            BundledFolders folders,
            Releases releases,
            DraftRows steps,
            Guard guard,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.folders = folders;
        this.releases = releases;
        this.steps = steps;
        this.guard = guard;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What has been the same twice is written to its end. */
    @Scheduled(fixedDelayString = "${gridcase.policy.watch-every:500ms}")
    void look() {
        try {
            List<Artifact> files = folders.artifacts();
            String now = Hash.of(files);
            if (now.equals(seen) && !now.equals(done)) {
                done = now;
                publish(now, files);
            }
            seen = now;
        } catch (UncheckedIOException | IllegalStateException betweenTwoWrites) {
            LOG.debug("the folder is being written", betweenTwoWrites);
        }
    }

    private void publish(String sha256, List<Artifact> files) {
        Release inForce = releases.inForce();
        if (inForce.sha256().equals(sha256)) {
            return;
        }
        List<Finding> wrong = guard.findings(
                files.stream().collect(Collectors.toMap(Artifact::path, Artifact::content)), Spreadsheets.all());
        wrong.forEach(it -> LOG.warn("not published: {}", it));
        if (wrong.isEmpty()) {
            try {
                transaction.executeWithoutResult(status -> {
                    int number = releases.publishNext(inForce.number(), files, Drafts.PROGRAM, REASON);
                    steps.step(null, number, clock.instant(), Drafts.PROGRAM, Draft.Step.PUBLISH, REASON);
                });
                releases.warm();
            } catch (Refusal refused) {
                LOG.warn("not published: {}", refused.key());
            }
        }
    }
}
