package org.gridcase.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.gridcase.database.DurableServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how long a report takes to be accepted (its rows, one photo by id, its process started, all committed), with
 * the work behind it held back and with it going on. Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=ReportBenchmark}
 */
class ReportBenchmark {
    private static final int REPORTS = Integer.getInteger("bench.reports", 2_000);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 1_000);

    @TempDir
    Path folder;

    @Test
    void print() throws Exception {
        try (var server = DurableServer.start(folder.resolve("server"));
                var application = new WholeApplication(server.newDatabase("ours"), folder.resolve("ours"))) {
            var jobs = application.part(ProcessEngineConfigurationImpl.class).getJobExecutor();
            measure("warm-up", 8, WARM_UP, application);
            measure("jobs going on", 1, REPORTS, application);
            measure("jobs going on", 8, REPORTS, application);
            held(jobs, application);
        }
    }

    private static void held(JobExecutor jobs, WholeApplication application) throws Exception {
        jobs.shutdown();
        measure("jobs held back", 1, REPORTS, application);
        measure("jobs held back", 8, REPORTS, application);
    }

    private static void measure(String what, int callers, int reports, WholeApplication application) throws Exception {
        application.prepare(reports);
        long start = System.nanoTime();
        long[] times = Callers.run(callers, reports, () -> application.report(WholeApplication.COLLAPSE));
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(times);
        System.out.printf(
                "%-16s %d callers %8.1f reports/s   p50 %6.1f ms   p99 %6.1f ms%n",
                what, callers, reports / seconds, times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6);
    }
}
