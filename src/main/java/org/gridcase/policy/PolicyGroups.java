package org.gridcase.policy;

import java.util.stream.Collectors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose turn it is with a draft: those who approve for the whole city. */
@Component
public class PolicyGroups {
    private final JdbcClient jdbc;

    PolicyGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every {@code approver@scope} above districts, separated by commas. */
    public String approvers() {
        return jdbc
                .sql("select code from scope where district is null order by parent is not null, code limit 50")
                .query(String.class)
                .list()
                .stream()
                .map(scope -> new Grant(Role.APPROVER, scope).group())
                .collect(Collectors.joining(","));
    }
}
