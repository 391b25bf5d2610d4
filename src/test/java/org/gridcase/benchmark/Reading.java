package org.gridcase.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the meters say at one moment: time, the server's WAL, the processor time of this JVM and of PostgreSQL. */
record Reading(long nanos, long wal, double cpuSeconds) {

    static Reading now(JdbcTemplate jdbc) {
        long wal = jdbc.queryForObject("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')", Long.class);
        return new Reading(System.nanoTime(), wal, jvm() + postgres(jdbc));
    }

    double secondsSince(Reading earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    private static double jvm() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** Of the server and everything it has forked that still runs; pools keep their connections. */
    private static double postgres(JdbcTemplate jdbc) {
        var server = ProcessHandle.of(jdbc.queryForObject("select pg_backend_pid()", Long.class))
                .flatMap(ProcessHandle::parent)
                .orElseThrow();
        return server.descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(duration -> duration.toNanos() / 1e9)
                .sum();
    }
}
