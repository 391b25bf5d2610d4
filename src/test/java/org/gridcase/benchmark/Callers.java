package org.gridcase.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** So many threads, each beginning its next piece of work as soon as the last is done. */
final class Callers {

    private Callers() {}

    /** A piece of work, done once. */
    interface Work {
        void once() throws Exception;
    }

    /** @return nanoseconds each piece of work took, in no order */
    static long[] run(int callers, int pieces, Work work) throws Exception {
        var left = new AtomicInteger(pieces);
        Callable<List<Long>> caller = () -> {
            List<Long> times = new ArrayList<>();
            while (left.getAndDecrement() > 0) {
                long start = System.nanoTime();
                work.once();
                times.add(System.nanoTime() - start);
            }
            return times;
        };
        var threads = Executors.newFixedThreadPool(callers);
        try {
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> times : threads.invokeAll(java.util.Collections.nCopies(callers, caller))) {
                all.addAll(times.get());
            }
            return all.stream().mapToLong(Long::longValue).toArray();
        } finally {
            threads.shutdownNow();
        }
    }
}
