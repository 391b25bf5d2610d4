package org.gridcase.identity.roster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Exists only where a Keycloak is configured and a secret for its admin interface. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(WithRoster.Configured.class)
@interface WithRoster {

    /** Whether it is. */
    class Configured extends SpringBootCondition {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            boolean both = isSet(context.getEnvironment(), "gridcase.oidc.issuer")
                    && isSet(context.getEnvironment(), "gridcase.oidc.roster-client-secret");
            return new ConditionOutcome(both, "issuer and roster-client-secret");
        }

        private static boolean isSet(Environment environment, String property) {
            return StringUtils.hasText(environment.getProperty(property));
        }
    }
}
