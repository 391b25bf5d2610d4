package org.gridcase.identity.web.token;

import jakarta.servlet.DispatcherType;
import org.gridcase.identity.token.TokenCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** All that a deploy token opens: what Camunda Modeler asks to see whether it is connected, and where it deploys. */
@Configuration
class ModelerDoors {
    /** Before every other door: whoever shows such a token gets in by it or not at all. */
    static final int FIRST = 0;

    @Bean
    @Order(FIRST)
    SecurityFilterChain modeler(
            HttpSecurity http, TokenCheck tokens, AuthenticationEventPublisher events, ModelerAnswers answers)
            throws Exception {
        return http.securityMatcher(request -> Presented.by(request).isPresent())
                .addFilterBefore(new TokenFilter(tokens, events, answers), BasicAuthenticationFilter.class)
                // what was refused before anybody looked at the token is told as what it is
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/engine-rest/version", "/engine-rest/deployment")
                        .hasRole(ByToken.ROLE)
                        .requestMatchers(HttpMethod.POST, "/engine-rest/deployment/create")
                        .hasRole(ByToken.ROLE)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
