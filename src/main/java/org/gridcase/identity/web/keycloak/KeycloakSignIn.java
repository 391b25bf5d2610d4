package org.gridcase.identity.web.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import org.gridcase.identity.web.Rights;
import org.gridcase.identity.web.SignIn;
import org.gridcase.identity.web.SignedIn;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** People go to Keycloak and come back with a code, machines bring a token from there. */
@Component
@WithKeycloak
class KeycloakSignIn implements SignIn {
    private final Realm realm;
    private final RealmConnection connection;
    private final Arrivals arrivals;
    private final Rights rights;
    private final KeycloakSessions sessions;
    private final Farewell farewell;
    private final SettingOut settingOut;

    KeycloakSignIn(
            Realm realm,
            RealmConnection connection,
            Arrivals arrivals,
            Rights rights,
            KeycloakSessions sessions,
            Farewell farewell,
            ObjectMapper json) {
        this.realm = realm;
        this.connection = connection;
        this.arrivals = arrivals;
        this.rights = rights;
        this.sessions = sessions;
        this.farewell = farewell;
        this.settingOut = new SettingOut(json, realm);
    }

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.oauth2Login(this::login)
                .logout(out -> out.logoutSuccessHandler(farewell))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(BackChannelController.PATH).permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers(BackChannelController.PATH));
    }

    private void login(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/sign-in")
                .defaultSuccessUrl("/home", false)
                .failureHandler(new SignInFailed())
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(out -> out.authorizationRequestRepository(settingOut))
                .tokenEndpoint(code -> code.accessTokenResponseClient(connection.tokens()))
                .userInfoEndpoint(person -> person.oidcUserService(this::person));
    }

    private OidcUser person(OidcUserRequest arrival) {
        var token = arrival.getIdToken();
        return new DefaultOidcUser(arrivals.enter(Vouched.by(token)), token, Vouched.ACCOUNT);
    }

    /** Ends when Keycloak's own session would, however late in it somebody came. */
    @Override
    public SignedIn signedIn(Authentication who) {
        var token = ((OidcUser) Objects.requireNonNull(who.getPrincipal())).getIdToken();
        var vouchedAt = Objects.requireNonNull(token.getIssuedAt());
        var begun = Objects.requireNonNullElse(token.getAuthenticatedAt(), vouchedAt);
        String session = token.getClaimAsString("sid");
        if (session != null) {
            sessions.begun(session, token.getTokenValue());
        }
        return new SignedIn(who.getName(), vouchedAt, begun.plus(LONGEST), SecondFactor.isShown(token), session);
    }

    @Override
    public void onInterfaces(HttpSecurity http, AuthenticationEntryPoint problems) throws Exception {
        Converter<Jwt, AbstractAuthenticationToken> caller = this::caller;
        http.oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(problems)
                .jwt(token -> token.jwtAuthenticationConverter(caller))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        // also where the keys cannot be had, which by default ends in a stack trace
                        filter.setAuthenticationFailureHandler(problems::commence);
                        return filter;
                    }
                }));
    }

    private AbstractAuthenticationToken caller(Jwt token) {
        var vouched = Vouched.by(token);
        if (rights.ended(vouched.person().id(), vouched.saidAt(), token.getClaimAsString("sid"))) {
            throw new InvalidBearerTokenException("its person has left or signed out");
        }
        return new JwtAuthenticationToken(
                token, arrivals.enterIfNew(vouched), vouched.person().id());
    }

    @Override
    public String challenge() {
        return "Bearer realm=\"GridCase\"";
    }

    @Override
    public List<String> formTargets() {
        return List.of(realm.origin());
    }
}
