package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in whoever typed something wrong, and tells who did so too often when to come again. */
class SignInRefused implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof GuessedTooOften often) {
            often.refusal().tell(response);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            // Spring's own handler would keep the exception in the session
            response.sendRedirect(request.getContextPath() + "/sign-in?error");
        }
    }
}
