package org.gridcase.identity.leave;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridcase.workflow.Lenders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up who lends a right that somebody does not have of their own. */
@Component
class LentGroups implements Lenders {
    private final JdbcClient jdbc;

    LentGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> lender(String account, Collection<String> groups) {
        List<String> lenders = jdbc.sql("""
                        select coalesce(lender, '') from grant_in_force
                        where staff = ? and role || '@' || scope = any(?)
                        order by lender nulls first limit 1""")
                .param(account)
                .param(groups.toArray(String[]::new))
                .query(String.class)
                .list();
        return lenders.stream().filter(lender -> !lender.isEmpty()).findFirst();
    }
}
