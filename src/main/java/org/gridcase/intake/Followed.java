package org.gridcase.intake;

import java.time.Instant;
import java.util.List;
import org.gridcase.casework.CasePhotos;
import org.gridcase.casework.Stage;
import org.gridcase.grid.Location;
import org.jspecify.annotations.Nullable;

/**
 * A case as those who hold its link see it: nothing personal, not even the reporter's own words.
 *
 * @param path what it passes, in order
 * @param ending why it ended otherwise than by being put right
 * @param other the number of the case it was joined to
 * @param reopenableUntil while it is closed and still may be reopened
 * @param stars how it was rated
 * @param delay why handling takes longer
 * @param version changes whenever anything here does
 */
public record Followed(
        String number,
        Stage stage,
        @Nullable String serviceCode,
        Location location,
        Instant reportedAt,
        List<Passed> path,
        List<CasePhotos.Shown> photos,
        @Nullable String ending,
        @Nullable String other,
        @Nullable Instant reopenableUntil,
        @Nullable Integer stars,
        @Nullable Delay delay,
        int version) {

    /** @param at when it was reached; not yet if missing */
    public record Passed(Milestone milestone, @Nullable Instant at) {}

    public boolean open() {
        return !stage.ended();
    }

    public List<CasePhotos.Shown> photos(CasePhotos.Moment moment) {
        return photos.stream().filter(photo -> photo.moment() == moment).toList();
    }
}
