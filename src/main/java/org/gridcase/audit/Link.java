package org.gridcase.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A row of the chain as it is found, with what it tells.
 *
 * @param salt none if erased or missing
 * @param payload none if erased or missing
 * @param erased whether a later entry says that what was told of its subject has been erased
 */
record Link(
        long number,
        LocalDate day,
        Instant at,
        String actor,
        String action,
        String kind,
        String subject,
        String digest,
        String hash,
        byte @Nullable [] salt,
        @Nullable String payload,
        boolean erased) {
    /** What the first row's hash covers in place of a row before. */
    static final String NOTHING = "00".repeat(32);

    private static final HexFormat HEX = HexFormat.of();

    static Link of(ResultSet row, int n) throws SQLException {
        return new Link(
                row.getLong("number"),
                row.getObject("day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                HEX.formatHex(row.getBytes("digest")),
                HEX.formatHex(row.getBytes("hash")),
                row.getBytes("salt"),
                row.getString("payload"),
                row.getBoolean("erased"));
    }

    /** The hash that this row has if it stands at this number behind that hash. */
    String hashAt(long place, String before) {
        var sha = Sha256.begun();
        sha.update(HEX.parseHex(before));
        sha.update(number(place));
        field(sha, day.toString());
        sha.update(number(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        field(sha, actor);
        field(sha, action);
        field(sha, kind);
        field(sha, subject);
        sha.update(HEX.parseHex(digest));
        return HEX.formatHex(sha.digest());
    }

    /** Whether it tells what it told when it was written, or was erased on record. */
    boolean tellsTheSame() {
        if (salt == null || payload == null) {
            return erased;
        }
        var sha = Sha256.begun();
        sha.update(salt);
        sha.update(payload.getBytes(StandardCharsets.UTF_8));
        return HEX.formatHex(sha.digest()).equals(digest);
    }

    private static void field(MessageDigest sha, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
