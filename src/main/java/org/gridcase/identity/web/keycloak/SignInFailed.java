package org.gridcase.identity.web.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells the operator why somebody came back from Keycloak in vain, and the person that they may try again. */
class SignInFailed implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignInFailed.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String code = why instanceof OAuth2AuthenticationException failed
                ? failed.getError().getErrorCode()
                : why.getClass().getSimpleName();
        LOG.warn("sign-in with Keycloak failed: {}", code.replaceAll("[^\\w.-]", "?"));
        response.sendRedirect(request.getContextPath() + "/sign-in?failed");
    }
}
