package org.gridcase.policy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridcase.policy.guard.Finding;
import org.gridcase.workflow.Deployments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes this node ready for a release: tables compiled, models parsed, limits read, example cases as they should be. */
@Component
class Readiness implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private final Releases releases;
    private final Examples examples;
    private final Deployments deployments;
    private final Duration patience;
    private final ExecutorService work = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "policy-readiness");
        thread.setDaemon(true);
        return thread;
    });

    Readiness(
            Releases releases,
            Examples examples,
            Deployments deployments,
            @Value("${gridcase.policy.compile-patience:60s}") Duration patience) {
        this.releases = releases;
        this.examples = examples;
        this.deployments = deployments;
        this.patience = patience;
    }

    /** @return what is wrong; nothing if this node is ready */
    List<Finding> of(int release) {
        Future<List<Finding>> begun = work.submit(() -> tried(release));
        try {
            return begun.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return List.of(Finding.of("", "", "policy.publishing.slow", patience.toSeconds()));
        } catch (ExecutionException failed) {
            if (releases.isUnderWay(release)) {
                LOG.error("this node cannot take policy release {}", release, failed.getCause());
            }
            // else another node was not ready for it, and its deployment is gone
            return List.of(Finding.of("", "", "policy.publishing.error"));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(end);
        }
    }

    private List<Finding> tried(int release) {
        List<Finding> found = examples.differences(
                releases.files(release).stream().collect(Collectors.toMap(Artifact::path, Function.identity())));
        deployments.load(releases.get(release).deploymentId());
        releases.standard(release);
        return found;
    }

    @Override
    public void destroy() {
        work.shutdownNow();
    }
}
