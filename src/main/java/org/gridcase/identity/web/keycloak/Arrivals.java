package org.gridcase.identity.web.keycloak;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.web.Rights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Enters whoever comes with a token among the staff, with the grants that their groups there name. */
@Component
@WithKeycloak
class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final Staff staff;
    private final Scopes scopes;
    private final Rights rights;

    Arrivals(Staff staff, Scopes scopes, Rights rights) {
        this.staff = staff;
        this.scopes = scopes;
        this.rights = rights;
    }

    /** @return the roles that the person has now, by our own table alone */
    Set<GrantedAuthority> enter(Vouched vouched) {
        staff.takeOver(vouched.person(), grants(vouched), vouched.saidAt());
        return roles(vouched);
    }

    /** The same for a token that comes with each request: it is read once. */
    Set<GrantedAuthority> enterIfNew(Vouched vouched) {
        return staff.isNews(vouched.person().id(), vouched.saidAt()) ? enter(vouched) : roles(vouched);
    }

    private Set<GrantedAuthority> roles(Vouched vouched) {
        return rights.of(vouched.person().id());
    }

    private Set<Grant> grants(Vouched vouched) {
        Set<Grant> grants = known(vouched.groups());
        if (vouched.isProgram()) {
            grants.removeIf(grant -> {
                boolean needsPerson = SecondFactor.isNeededFor(grant);
                if (needsPerson) {
                    ignored(grant.group(), "a program cannot be that");
                }
                return needsPerson;
            });
        }
        return grants;
    }

    private Set<Grant> known(Set<String> groups) {
        Set<Grant> grants = new HashSet<>();
        for (String group : groups) {
            try {
                grants.add(Grant.of(group));
            } catch (IllegalArgumentException noGrant) {
                ignored(group, "no role@scope");
            }
        }
        Set<String> known = scopes.known(grants.stream().map(Grant::scope).collect(Collectors.toSet()));
        grants.removeIf(grant -> {
            boolean nowhere = !known.contains(grant.scope());
            if (nowhere) {
                ignored(grant.group(), "no such scope");
            }
            return nowhere;
        });
        return grants;
    }

    private static void ignored(String group, String why) {
        LOG.warn("Keycloak group '{}' grants nothing: {}", group.replaceAll("\\p{Cntrl}", "?"), why);
    }
}
