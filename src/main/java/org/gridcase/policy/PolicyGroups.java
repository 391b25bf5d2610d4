package org.gridcase.policy;

import java.util.List;
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

    /** The city's code: drafts are no district's. */
    public String city() {
        return aboveDistricts().stream().findFirst().orElse("");
    }

    /** Every {@code approver@scope} above districts, separated by commas. */
    public String approvers() {
        return aboveDistricts().stream()
                .map(scope -> new Grant(Role.APPROVER, scope).group())
                .collect(Collectors.joining(","));
    }

    /** The city first. */
    private List<String> aboveDistricts() {
        return jdbc.sql("select code from scope where district is null order by parent is not null, code limit 50")
                .query(String.class)
                .list();
    }
}
