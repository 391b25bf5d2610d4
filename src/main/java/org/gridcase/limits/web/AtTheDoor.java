package org.gridcase.limits.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.gridcase.limits.Limits;
import org.gridcase.limits.TooOften;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts calls at the doors that are limited; the door's own advice says the refusal in its own way. */
@Component
class AtTheDoor implements HandlerInterceptor {
    /** So much of what is refused is read on, so that its sender gets to read the answer. */
    private static final int COURTESY = 64 << 20;

    private final Limits limits;

    AtTheDoor(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var limit = LimitedDoor.before(request);
        if (limit.isPresent() && request.getDispatcherType() == DispatcherType.REQUEST) {
            try {
                limits.pass(limit.get(), request);
            } catch (TooOften refused) {
                refused.tell(response);
                readOn(request.getInputStream());
                throw refused;
            }
        }
        return true;
    }

    private static void readOn(InputStream rest) throws IOException {
        byte[] lost = new byte[16 * 1024];
        for (int left = COURTESY, read; left > 0 && (read = rest.read(lost)) >= 0; left -= read) {}
    }
}
