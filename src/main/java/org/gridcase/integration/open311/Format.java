package org.gridcase.integration.open311;

import jakarta.servlet.http.HttpServletRequest;

/** What the end of a path asks for. */
enum Format {
    JSON("application/json; charset=utf-8"),
    XML("text/xml; charset=utf-8");

    /** The end of a path that names a format. */
    static final String PATH = ".{format:json|xml}";

    private final String type;

    Format(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /** JSON unless the path ends otherwise. */
    static Format of(HttpServletRequest request) {
        return request.getRequestURI().endsWith(".xml") ? XML : JSON;
    }
}
