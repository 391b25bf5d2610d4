package org.gridcase.policy.table;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.command.KieCommands;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.StatelessKieSession;

/** A compiled decision table; the first row from above whose conditions hold decides. */
final class RuleBase {
    private final KieContainer container;
    private final KieBase rules;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private boolean disposed;

    RuleBase(KieContainer container) {
        this.container = container;
        this.rules = container.getKieBase();
    }

    /** @return nothing if this rule base was disposed of meanwhile */
    Optional<Answer> decide(Object fact) {
        life.readLock().lock();
        try {
            return disposed ? Optional.empty() : Optional.of(firstRow(fact));
        } finally {
            life.readLock().unlock();
        }
    }

    /** Waits for decisions under way, then lets go of the compiled classes. */
    void dispose() {
        life.writeLock().lock();
        try {
            disposed = true;
            container.dispose();
            KieServices.get().getRepository().removeKieModule(container.getReleaseId());
        } finally {
            life.writeLock().unlock();
        }
    }

    private Answer firstRow(Object fact) {
        Answer answer = new Answer();
        StatelessKieSession session = rules.newStatelessKieSession();
        session.setGlobal("answer", answer);
        KieCommands commands = KieServices.get().getCommands();
        session.execute(commands.newBatchExecution(List.of(commands.newInsert(fact), commands.newFireAllRules(1))));
        return answer;
    }
}
