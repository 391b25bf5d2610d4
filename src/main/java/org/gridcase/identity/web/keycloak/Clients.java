package org.gridcase.identity.web.keycloak;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Our pages as Keycloak knows them. */
@Configuration(proxyBeanMethods = false)
@WithKeycloak
class Clients {
    static final String PAGES = "keycloak";
    static final Set<String> SCOPES = Set.of("openid", "profile");

    @Bean
    ClientRegistrationRepository registrations(Realm realm) {
        return new InMemoryClientRegistrationRepository(pages(realm));
    }

    private static ClientRegistration pages(Realm realm) {
        return ClientRegistration.withRegistrationId(PAGES)
                .clientId(realm.clientId())
                .clientSecret(realm.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .scope(SCOPES)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .issuerUri(realm.issuer())
                .authorizationUri(realm.address("auth"))
                .tokenUri(realm.address("token"))
                .jwkSetUri(realm.address("certs"))
                .userNameAttributeName(Vouched.ACCOUNT)
                .build();
    }
}
