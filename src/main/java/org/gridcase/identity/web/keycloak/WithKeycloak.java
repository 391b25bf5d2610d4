package org.gridcase.identity.web.keycloak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gridcase.identity.SignInChoice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Exists only where a Keycloak is configured. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = SignInChoice.PROPERTY, havingValue = SignInChoice.KEYCLOAK)
@interface WithKeycloak {}
