package org.gridcase.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gridcase.limits.Limit;
import org.gridcase.limits.Limits;
import org.gridcase.limits.TooOften;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How often one may come by a link. Whoever tries out links is turned away, while a link that leads somewhere still does. */
@Component
class Links {
    private final Limits limits;

    Links(Limits limits) {
        this.limits = limits;
    }

    /** Of a link that is known to lead somewhere: nobody fills our table with links that they made up. */
    void look(String secret, HttpServletRequest request, HttpServletResponse response) {
        pass(Limit.LOOKS, secret + " " + Limits.address(request), response);
    }

    /** The same for a page that asks by itself: told no, it stays as it is. */
    boolean mayLook(String secret, HttpServletRequest request, HttpServletResponse response) {
        try {
            look(secret, request, response);
            return true;
        } catch (TooOften refused) {
            return false;
        }
    }

    /** Likewise. */
    void add(String secret, HttpServletResponse response) {
        pass(Limit.ADDITIONS, secret, response);
    }

    /** @return how to answer */
    HttpStatus unknown(HttpServletRequest request, HttpServletResponse response) {
        try {
            pass(Limit.UNKNOWN_LINKS, Limits.address(request), response);
            return HttpStatus.NOT_FOUND;
        } catch (TooOften refused) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
    }

    private void pass(Limit limit, String who, HttpServletResponse response) {
        try {
            limits.pass(limit, who);
        } catch (TooOften refused) {
            refused.tell(response);
            throw refused;
        }
    }
}
