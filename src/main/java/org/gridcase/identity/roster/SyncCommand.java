package org.gridcase.identity.roster;

import java.io.PrintStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --gridcase.command=sync-staff}: reconciles everybody with Keycloak now and ends the program, with 1 if that
 * could not be finished.
 */
@Component
@WithRoster
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "gridcase.command", havingValue = "sync-staff")
class SyncCommand implements ApplicationRunner {
    private final Sync sync;
    private final Rounds rounds;
    private final ApplicationContext context;

    SyncCommand(Sync sync, Rounds rounds, ApplicationContext context) {
        this.sync = sync;
        this.rounds = rounds;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        CommandLine.end(context, reconcile(sync, rounds, System.out));
    }

    /** Other nodes may take some of the steps; one that was under way is finished first. */
    static int reconcile(Sync sync, Rounds rounds, PrintStream out) {
        sync.ask(RosterAudit.COMMAND);
        while (rounds.nextAfterOthers()) {}
        Sync.State state = sync.state();
        if (state.failure() != null) {
            out.printf("STOPPED %s%n", state.failure());
            return 1;
        }
        Reconcile last = state.last().get(0);
        out.printf("%d people, %d changed, %d gone%n", last.position(), last.changed(), last.gone());
        if (last.failure() != null) {
            out.printf("GIVEN UP %s%n", last.failure());
        }
        return last.failure() == null ? 0 : 1;
    }
}
