package org.gridcase.identity.web;

import java.time.Duration;
import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How people and machines show who they are; whichever way, their account's name is the principal's. */
public interface SignIn {
    /** After which they sign in again, whatever they do: a working day, as in the realm. */
    Duration LONGEST = Duration.ofHours(10);

    /** Lets people sign in, from {@code /sign-in} to {@code /home}, and says where they are once they are out. */
    void onPages(HttpSecurity http) throws Exception;

    /** @param problems tells a machine that it is not known, or cannot be at the moment */
    void onInterfaces(HttpSecurity http, AuthenticationEntryPoint problems) throws Exception;

    /** What a session keeps of somebody who has just signed in on the pages. */
    SignedIn signedIn(Authentication who);

    /** The {@code WWW-Authenticate} for a machine that is not known. */
    String challenge();

    /** Origins beside our own to which a form of ours may lead. */
    List<String> formTargets();
}
