package org.gridcase.identity.web.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gridcase.identity.token.DeployToken;
import org.gridcase.identity.token.TokenCheck;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a living deploy token speak for its owner; any other leads nowhere, and is told to whoever counts failures. */
class TokenFilter extends OncePerRequestFilter {
    private final TokenCheck check;
    private final AuthenticationEventPublisher events;
    private final AuthenticationEntryPoint refusals;

    TokenFilter(TokenCheck check, AuthenticationEventPublisher events, AuthenticationEntryPoint refusals) {
        this.check = check;
        this.events = events;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<DeployToken> token = Presented.by(request)
                .filter(shown -> shown.mayComeFrom(request.getHeader(HttpHeaders.ORIGIN)))
                .flatMap(shown -> check.open(shown.secret(), request.getRemoteAddr())
                        .filter(found -> shown.isFor(found.owner())));
        if (token.isPresent()) {
            speakFor(token.get().owner(), request);
            chain.doFilter(request, response);
        } else {
            refuse(request, response);
        }
    }

    private static void speakFor(String owner, HttpServletRequest request) {
        var caller = ByToken.of(owner);
        caller.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var unknown = new BadCredentialsException("no living deploy token");
        var nobody = ByToken.ofNobody();
        nobody.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        events.publishAuthenticationFailure(unknown, nobody);
        refusals.commence(request, response, unknown);
    }
}
