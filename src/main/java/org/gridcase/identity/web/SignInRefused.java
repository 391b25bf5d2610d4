package org.gridcase.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Leads back to the sign-in whoever typed something wrong, and tells who did so too often when to come again. */
class SignInRefused extends SimpleUrlAuthenticationFailureHandler {

    SignInRefused() {
        super("/sign-in?error");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof GuessedTooOften often) {
            often.refusal().tell(response);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            super.onAuthenticationFailure(request, response, why);
        }
    }
}
