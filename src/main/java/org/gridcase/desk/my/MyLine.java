package org.gridcase.desk.my;

import java.time.Instant;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A task as one line of the list; nothing personal. The lamp is left to whoever shows it, for a list may be looked at
 * hours after it was fetched.
 *
 * @param title what is to be done
 * @param form where its form is
 * @param near from when on little of the time is left
 * @param mine whether this person has claimed it
 * @param held whether somebody else has
 * @param asking where more time for it can be asked for; none if it cannot
 */
record MyLine(
        String id,
        String title,
        String form,
        String number,
        String stage,
        @Nullable String className,
        String words,
        String where,
        GeoPoint place,
        @Nullable String thumbnail,
        Instant since,
        @Nullable Instant near,
        @Nullable Instant due,
        boolean mine,
        boolean held,
        @Nullable String asking) {}
