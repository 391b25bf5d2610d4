package org.gridcase.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gridcase.photo.BrowserSecret;
import org.gridcase.photo.Uploader;

/**
 * Who sits before the page: somebody signed in, or a browser.
 *
 * @param channel as the case keeps it
 * @param name whose act it is on the timeline
 * @param photoDoor where this sender uploads photos
 */
record Sender(String channel, String name, Uploader uploader, String photoDoor) {

    static Sender of(HttpServletRequest request, HttpServletResponse response) {
        return Uploader.signedIn(request)
                .map(uploader -> new Sender("worker", request.getRemoteUser(), uploader, "/photos"))
                .orElseGet(() -> resident(request, response));
    }

    /** Also for staff, where the page is the resident's. */
    static Sender resident(HttpServletRequest request, HttpServletResponse response) {
        return new Sender("resident", "resident", BrowserSecret.ensure(request, response), "/r/photos");
    }
}
