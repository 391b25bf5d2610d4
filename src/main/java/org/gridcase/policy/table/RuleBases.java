package org.gridcase.policy.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Compiled spreadsheets by content hash: at most so many, those least lately asked for disposed of. */
@Component
public class RuleBases implements DisposableBean {
    private final Map<String, CompletableFuture<RuleBase>> bases = new LinkedHashMap<>(16, 0.75f, true);
    private final ExecutorService compiler = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "rule-compiler");
        thread.setDaemon(true);
        return thread;
    });
    private final int most;

    RuleBases(@Value("${gridcase.policy.rule-bases:24}") int most) {
        this.most = most;
    }

    /** Begins to compile what is not compiled yet, and does not wait. */
    public void warm(Contract contract, String sha256, byte[] spreadsheet) {
        var begun = base(contract, sha256, spreadsheet);
        begun.whenComplete((base, failure) -> {
            if (failure != null) {
                forget(sha256, begun);
            }
        });
    }

    /**
     * The first row that matches {@code fact}; the first caller waits while the table is compiled.
     *
     * @throws TableRefused if the spreadsheet is no table of this contract
     */
    public Answer decide(Contract contract, String sha256, byte[] spreadsheet, Object fact) {
        while (true) {
            var base = base(contract, sha256, spreadsheet);
            Optional<Answer> answer = compiled(sha256, base).decide(fact);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    @Override
    public void destroy() {
        compiler.shutdownNow();
        synchronized (bases) {
            bases.values().forEach(base -> base.thenAccept(RuleBase::dispose));
            bases.clear();
        }
    }

    private CompletableFuture<RuleBase> base(Contract contract, String sha256, byte[] spreadsheet) {
        synchronized (bases) {
            var known = bases.get(sha256);
            if (known != null) {
                return known;
            }
            var begun = CompletableFuture.supplyAsync(() -> Compilation.of(contract, sha256, spreadsheet), compiler);
            bases.put(sha256, begun);
            disposeEldest();
            return begun;
        }
    }

    private void disposeEldest() {
        if (bases.size() > most) {
            var eldest = bases.entrySet().iterator();
            // on the compiler's thread, because disposing waits for decisions under way
            eldest.next().getValue().thenAcceptAsync(RuleBase::dispose, compiler);
            eldest.remove();
        }
    }

    private RuleBase compiled(String sha256, CompletableFuture<RuleBase> base) {
        try {
            return base.join();
        } catch (CompletionException e) {
            forget(sha256, base);
            throw e.getCause() instanceof TableRefused refused ? refused : e;
        }
    }

    private void forget(String sha256, CompletableFuture<RuleBase> failed) {
        synchronized (bases) {
            bases.remove(sha256, failed);
        }
    }
}
