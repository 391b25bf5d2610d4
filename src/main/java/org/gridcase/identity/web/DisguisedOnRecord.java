package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Puts on record what the firewall turns away: paths in disguise, names that are not ours. */
@Component
class DisguisedOnRecord implements RequestRejectedHandler {
    private final Attempts attempts;

    DisguisedOnRecord(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        attempts.note("door.disguised", request);
    }
}
