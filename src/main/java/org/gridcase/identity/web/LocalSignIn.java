package org.gridcase.identity.web;

import java.util.List;
import org.gridcase.identity.SignInChoice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** With an account and a password of our own: what the demo has. */
@Component
@ConditionalOnProperty(name = SignInChoice.PROPERTY, havingValue = SignInChoice.LOCAL, matchIfMissing = true)
class LocalSignIn implements SignIn {

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
    public String challenge() {
        return "Basic realm=\"GridCase\", charset=\"UTF-8\"";
    }

    @Override
    public List<String> formTargets() {
        return List.of();
    }
}
