package org.gridcase.identity.web;

import java.time.Clock;
import java.util.List;
import org.gridcase.identity.SignInChoice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** With an account and a password of our own: what the demo has. */
@Component
@ConditionalOnProperty(name = SignInChoice.PROPERTY, havingValue = SignInChoice.LOCAL, matchIfMissing = true)
class LocalSignIn implements SignIn {
    private final Clock clock;

    LocalSignIn(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/home", false)
                        .failureHandler(new SignInRefused()))
                .logout(out -> out.logoutSuccessUrl("/"));
    }

    @Override
    public void onInterfaces(HttpSecurity http, AuthenticationEntryPoint problems) throws Exception {
        http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
    }

    @Override
    public SignedIn signedIn(Authentication who) {
        var now = clock.instant();
        return new SignedIn(who.getName(), now, now.plus(LONGEST), false, null);
    }

    @Override
    public String challenge() {
        return "Basic realm=\"GridCase\", charset=\"UTF-8\"";
    }

    @Override
    public List<String> formTargets() {
        return List.of();
    }
}
