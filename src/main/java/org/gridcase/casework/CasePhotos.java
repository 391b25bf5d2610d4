package org.gridcase.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gridcase.photo.PhotoId;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which photos show which case, before and after it was put right. */
@Component
public class CasePhotos {

    /** Whether a photo shows the trouble or that it is gone. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    /** A photo of a case. */
    public record Shown(PhotoId photo, Moment moment, Instant addedAt) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CasePhotos(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(CaseId id, Moment moment, Collection<PhotoId> photos, String actor, Instant at) {
        if (photos.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                insert into case_photo (case_id, photo, moment, added_by, added_at) values (?, ?, ?, ?, ?)
                on conflict do nothing""", photos, 100, (row, photo) -> {
            row.setObject(1, id.value());
            row.setObject(2, photo.value());
            row.setString(3, moment.name());
            row.setString(4, actor);
            row.setObject(5, at.atOffset(ZoneOffset.UTC));
        });
    }

    void copy(CaseId from, CaseId to) {
        jdbc.sql("""
                        insert into case_photo (case_id, photo, moment, added_by, added_at)
                        select ?, photo, moment, added_by, added_at from case_photo where case_id = ?
                        on conflict do nothing""").param(to.value()).param(from.value()).update();
    }

    public List<Shown> of(CaseId id) {
        return jdbc.sql("select photo, moment, added_at from case_photo where case_id = ? order by added_at, photo")
                .param(id.value())
                .query((row, n) -> new Shown(
                        new PhotoId(row.getObject("photo", UUID.class)),
                        Moment.valueOf(row.getString("moment")),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    /** The cases a photo belongs to; whoever may see one of them may see the photo. */
    public List<CaseId> showing(PhotoId photo) {
        return jdbc.sql("select case_id from case_photo where photo = ?")
                .param(photo.value())
                .query((row, n) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }
}
