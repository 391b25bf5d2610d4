package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Whoever a session is of, with the rights they have at this request. */
public class SignedInPerson extends AbstractAuthenticationToken {
    private final transient SignedIn signedIn;

    SignedInPerson(SignedIn signedIn, Collection<GrantedAuthority> rights, HttpServletRequest request) {
        super(rights);
        this.signedIn = signedIn;
        setDetails(new WebAuthenticationDetails(request));
        setAuthenticated(true);
    }

    public SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public String getPrincipal() {
        return signedIn.account();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
