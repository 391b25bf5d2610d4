package org.gridcase.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Photos;
import org.gridcase.privacy.Perishable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The camera's own files, with all it wrote into them, go before the pictures do. */
@Component
class OriginalTime implements Perishable {
    private final Photos photos;
    private final JdbcClient jdbc;

    OriginalTime(Photos photos, JdbcClient jdbc) {
        this.photos = photos;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "original";
    }

    /** Not while the same file shows another case, or waits for one. */
    @Override
    public int purge(Instant before, int most) {
        List<PhotoId> over = jdbc.sql("""
                        select p.id from city_case c join case_photo shown on shown.case_id = c.id
                          join photo p on p.id = shown.photo join photo_file f on f.sha256 = p.sha256
                        where f.original_kept and c.closed_at < :before and not exists (
                          select 1 from photo same left join case_photo also on also.photo = same.id
                          where same.sha256 = p.sha256
                            and (also.case_id is null or coalesce(case_ended_at(also.case_id), :now) >= :before))
                        limit :most""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new PhotoId(row.getObject(1, UUID.class)))
                .list();
        photos.forgetOriginals(over);
        return over.size();
    }
}
