package org.gridcase.identity.web;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How people and machines show who they are; whichever way, their account's name is the principal's. */
public interface SignIn {

    /** Lets people sign in, from {@code /sign-in} to {@code /home}, and says where they are once they are out. */
    void onPages(HttpSecurity http) throws Exception;

    /** @param problems tells a machine that it is not known, or cannot be at the moment */
    void onInterfaces(HttpSecurity http, AuthenticationEntryPoint problems) throws Exception;

    /** The {@code WWW-Authenticate} for a machine that is not known. */
    String challenge();

    /** Origins beside our own to which a form of ours may lead. */
    List<String> formTargets();
}
