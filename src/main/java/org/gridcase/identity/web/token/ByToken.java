package org.gridcase.identity.web.token;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody for whom a deploy token speaks: with none of their roles, for it opens its own few doors alone. */
class ByToken extends AbstractAuthenticationToken {
    static final String ROLE = "deploy-token";

    private final String account;

    private ByToken(String account, boolean known) {
        super(known ? AuthorityUtils.createAuthorityList("ROLE_" + ROLE) : AuthorityUtils.NO_AUTHORITIES);
        this.account = account;
        setAuthenticated(known);
    }

    static ByToken of(String account) {
        return new ByToken(account, true);
    }

    static ByToken ofNobody() {
        return new ByToken("", false);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return account;
    }
}
