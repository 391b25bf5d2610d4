package org.gridcase.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of photos and of their files. Whoever deletes a file locks its row first; whoever uses it holds that row. */
@Component
class PhotoRows {
    private static final String SELECT = """
            select p.id, p.sha256, f.media_type, f.width, f.height, f.bytes,
              f.longitude, f.latitude, f.taken_at, p.channel, p.uploader,
              p.declared_longitude, p.declared_latitude, p.declared_taken_at, p.stored_at, p.attached_at
            from photo p join photo_file f on f.sha256 = p.sha256
            """;

    private final JdbcClient jdbc;

    PhotoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Photo> find(PhotoId id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id.value())
                .query(PhotoRows::photo)
                .optional();
    }

    Optional<Photo> lock(PhotoId id) {
        return jdbc.sql(SELECT + "where p.id = ? for update of p")
                .param(id.value())
                .query(PhotoRows::photo)
                .optional();
    }

    Optional<Photo> find(Uploader by, UploadKey key) {
        return jdbc.sql(SELECT + "where p.uploader = ? and p.upload_key = ?")
                .params(by.value(), key.value())
                .query(PhotoRows::photo)
                .optional();
    }

    int unattachedOf(Uploader by) {
        return jdbc.sql("select count(*) from photo where uploader = ? and attached_at is null")
                .param(by.value())
                .query(Integer.class)
                .single();
    }

    /** Keeps the file from being deleted until this transaction ends; false if there is none. */
    boolean holdFile(Sha256 hash) {
        return jdbc.sql("select 1 from photo_file where sha256 = ? for key share")
                .param(hash.hex())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Adds the file or, if it is there, keeps it from being deleted until this transaction ends. */
    void putFile(Received received, Prints prints) {
        GeoPoint place = prints.embedded().place();
        jdbc.sql("""
                        insert into photo_file
                          (sha256, media_type, bytes, width, height, longitude, latitude, taken_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (sha256) do update set media_type = excluded.media_type, original_kept = true,
                          longitude = excluded.longitude, latitude = excluded.latitude, taken_at = excluded.taken_at""")
                .param(received.hash().hex())
                .param(prints.format().mediaType())
                .param(received.bytes())
                .param(prints.width())
                .param(prints.height())
                .param(place == null ? null : place.longitude())
                .param(place == null ? null : place.latitude())
                .param(at(prints.embedded().takenAt()))
                .update();
    }

    /** False if this uploader used the key before. */
    boolean add(PhotoId id, Sha256 hash, Origin origin, @Nullable UploadKey key) {
        GeoPoint place = origin.declared().place();
        return jdbc.sql("""
                        insert into photo (id, sha256, channel, uploader, upload_key,
                          declared_longitude, declared_latitude, declared_taken_at, stored_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, now())
                        on conflict (uploader, upload_key) do nothing""")
                        .param(id.value())
                        .param(hash.hex())
                        .param(origin.channel())
                        .param(origin.by().value())
                        .param(key == null ? null : key.value())
                        .param(place == null ? null : place.longitude())
                        .param(place == null ? null : place.latitude())
                        .param(at(origin.declared().takenAt()))
                        .update()
                == 1;
    }

    void attach(PhotoId id) {
        jdbc.sql("update photo set attached_at = now() where id = ?")
                .param(id.value())
                .update();
    }

    void delete(Collection<PhotoId> ids) {
        jdbc.sql("delete from photo where id = any(?)")
                .param(ids.stream().map(PhotoId::value).toArray(UUID[]::new))
                .update();
    }

    /** If the transaction fails after the files are gone, the next one finds these rows again. */
    List<Sha256> forgetOriginals(Collection<PhotoId> ids) {
        return jdbc.sql("""
                        update photo_file set original_kept = false, longitude = null, latitude = null, taken_at = null
                        where sha256 in (select sha256 from photo where id = any(?)) returning sha256""")
                .param(ids.stream().map(PhotoId::value).toArray(UUID[]::new))
                .query((row, n) -> new Sha256(row.getString(1)))
                .list();
    }

    int deleteUnattached(Instant olderThan) {
        return jdbc.sql("delete from photo where attached_at is null and stored_at < ?")
                .param(at(olderThan))
                .update();
    }

    List<Sha256> unusedFiles(int most) {
        return jdbc.sql("""
                        select sha256 from photo_file f
                        where not exists (select 1 from photo p where p.sha256 = f.sha256) limit ?""")
                .param(most)
                .query((row, n) -> new Sha256(row.getString(1)))
                .list();
    }

    /** False if somebody holds the file. */
    boolean lockFile(Sha256 hash) {
        return jdbc.sql("select 1 from photo_file where sha256 = ? for update skip locked")
                .param(hash.hex())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** False if a photo needs the file; ask only with the file's lock. */
    boolean deleteFile(Sha256 hash) {
        return jdbc.sql("""
                        delete from photo_file
                        where sha256 = ? and not exists (select 1 from photo where sha256 = photo_file.sha256)""").param(hash.hex()).update() == 1;
    }

    private static Photo photo(ResultSet row, int number) throws SQLException {
        Capture declared = capture(row, "declared_");
        return new Photo(
                new PhotoId(row.getObject("id", UUID.class)),
                new Sha256(row.getString("sha256")),
                row.getString("media_type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getLong("bytes"),
                capture(row, ""),
                new Origin(row.getString("channel"), new Uploader(row.getString("uploader")), declared),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                instant(row, "attached_at"));
    }

    private static Capture capture(ResultSet row, String prefix) throws SQLException {
        Double longitude = row.getObject(prefix + "longitude", Double.class);
        Double latitude = row.getObject(prefix + "latitude", Double.class);
        return new Capture(
                longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude),
                instant(row, prefix + "taken_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
