package org.gridcase.desk.web;

import java.util.Arrays;
import java.util.List;

/** What lies behind the administrators' door. */
enum AdminRoom {
    STUCK("/admin/stuck", "exclamation-octagon"),
    CONSISTENCY("/admin/consistency", "intersect"),
    STAFF("/admin/staff", "people"),
    ALLTOKENS("/admin/tokens", "key"),
    AUDIT("/admin/audit", "journal-check"),
    PERSONS("/admin/persons", "person-lock"),
    CALENDARS("/admin/calendars", "calendar3"),
    LIMITS("/admin/limits", "stopwatch"),
    FORECAST("/admin/forecast", "graph-up-arrow"),
    NOTICES("/admin/notices", "envelope-exclamation");

    private final String path;
    private final String icon;

    AdminRoom(String path, String icon) {
        this.path = path;
        this.icon = icon;
    }

    static List<PageDoor.Shown> all(String here) {
        return Arrays.stream(values())
                .map(room -> PageDoor.Shown.of(room.name(), room.path, room.icon, here))
                .toList();
    }
}
