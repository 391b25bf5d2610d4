package org.gridcase.desk.person;

import java.util.Set;
import org.gridcase.identity.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may be shown what is personal; the one place where it stands.
 *
 * @param withSight roles that may, of every case of their district or city
 * @param withTask roles that may while they have claimed a task of the case
 * @param anHour how often one account may in an hour
 */
@Validated
@ConfigurationProperties("gridcase.privacy.reveal")
record RevealSettings(
        @DefaultValue({"filing-clerk", "dispatcher", "supervisor"})
        Set<String> withSight,

        @DefaultValue({"handler", "checker", "grid-worker", "grid-leader"})
        Set<String> withTask,

        @DefaultValue("30") int anHour) {

    /** A role that is none stops the start. */
    RevealSettings {
        withSight.forEach(Role::of);
        withTask.forEach(Role::of);
    }
}
