package org.gridcase.identity.roster;

import java.time.Instant;
import java.util.Map;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.identity.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets people go one at a time, each in a transaction of its own: whoever cannot be let go keeps nobody else here. The
 * caller's transaction must not have written their row.
 */
@Component
class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Staff staff;
    private final Audit audit;
    private final RosterProblems problems;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Departures(
            Staff staff,
            Audit audit,
            RosterProblems problems,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.staff = staff;
        this.audit = audit;
        this.problems = problems;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    boolean letGo(String account, Instant asOf) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> inOne(account, asOf)));
        } catch (RuntimeException hindered) {
            LOG.error("somebody could not be let go", hindered);
            problems.cannotLeave(account);
            return false;
        }
    }

    private boolean inOne(String account, Instant asOf) {
        jdbc.sql("set local lock_timeout = '10s'").update();
        problems.forget(account);
        boolean gone = staff.letGo(account, asOf);
        if (gone) {
            audit.record(
                    new AuditEntry(RosterAudit.KEYCLOAK, "staff.left", RosterAudit.account(account), null, Map.of()));
        }
        return gone;
    }
}
