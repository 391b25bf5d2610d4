package org.gridcase.identity.web;

import org.gridcase.identity.SignInChoice;
import org.gridcase.limits.Limits;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Compares the passwords of local accounts, however they come in, unless somebody guesses too often. */
@Component
@ConditionalOnProperty(name = SignInChoice.PROPERTY, havingValue = SignInChoice.LOCAL, matchIfMissing = true)
class PasswordCheck implements AuthenticationProvider {
    private final DaoAuthenticationProvider accounts;
    private final Guesses guesses;

    PasswordCheck(UserDetailsService accounts, PasswordEncoder passwords, Guesses guesses) {
        this.accounts = new DaoAuthenticationProvider(accounts);
        this.accounts.setPasswordEncoder(passwords);
        this.guesses = guesses;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var guess = new Guesses.Guess(typed.getName(), origin(typed));
        guesses.check(guess);
        try {
            Authentication known = accounts.authenticate(typed);
            guesses.right(guess);
            return known;
        } catch (BadCredentialsException wrong) {
            guesses.wrong(guess);
            throw wrong;
        }
    }

    private static String origin(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details
                ? Limits.address(details.getRemoteAddress())
                : "";
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
