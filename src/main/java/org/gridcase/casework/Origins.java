package org.gridcase.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridcase.grid.Location;
import org.gridcase.privacy.PersonalText;
import org.gridcase.privacy.PersonalTexts;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was reported, when and where: written once with the case. */
@Component
class Origins {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    static final String FACTS = """
            select c.*, o.number, o.channel, o.description, o.longitude, o.latitude, o.address, o.street, o.community,
              o.grid, o.dedicated, o.micro, o.reported_at
            from city_case c join case_origin o on o.case_id = c.id
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final PersonalTexts texts;

    Origins(JdbcClient jdbc, ZoneId zone, PersonalTexts texts) {
        this.texts = texts;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    Opened add(NewCase report, Instant now) {
        CaseId id = CaseId.next();
        String secret = secret();
        String description = Objects.requireNonNull(
                texts.hold(id, PersonalText.DESCRIPTION, report.actor(), report.description(), now));
        String address = texts.hold(id, PersonalText.ADDRESS, report.actor(), report.address(), now);
        String number = jdbc.sql("""
                        insert into case_origin (case_id, number, channel, description, longitude, latitude, address,
                          district, street, community, grid, dedicated, micro, reported_at, tracking_hash, words)
                        values (:id, 'GC' || :day || '-' || to_char(nextval('case_number'), 'FM999999999000000'), :channel,
                          :description, :longitude, :latitude, :address, :district, :street, :community, :grid,
                          :dedicated, :micro, :at, :hash, :words)
                        returning number""")
                .param("id", id.value())
                .param("day", DAY.format(now.atZone(zone)))
                .param("channel", report.channel())
                .param("description", description)
                .param("longitude", report.place().longitude())
                .param("latitude", report.place().latitude())
                .param("address", address)
                .param("district", report.location().district())
                .param("street", report.location().street())
                .param("community", report.location().community())
                .param("grid", report.location().grid())
                .param("dedicated", report.location().dedicated())
                .param("micro", report.location().micro())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("hash", hash(secret))
                .param("words", words(description, address))
                .query(String.class)
                .single();
        return new Opened(id, number, secret);
    }

    private static String[] words(String description, @Nullable String address) {
        String text = address == null ? description : description + " " + address;
        return CaseWords.of(text).toArray(String[]::new);
    }

    Optional<CaseFacts> facts(CaseId id) {
        return jdbc.sql(FACTS + "where c.id = ?")
                .param(id.value())
                .query(Origins::facts)
                .optional();
    }

    Optional<CaseFacts> byNumber(String number) {
        return jdbc.sql(FACTS + "where o.number = ?")
                .param(number)
                .query(Origins::facts)
                .optional();
    }

    Optional<CaseFacts> bySecret(String secret) {
        return jdbc.sql(FACTS + "where o.tracking_hash = ?")
                .param(hash(secret))
                .query(Origins::facts)
                .optional();
    }

    Optional<Instant> ended(CaseId id) {
        return jdbc.sql("select case_ended_at(?)").param(id.value()).query((row, n) -> row.getTimestamp(1)).stream()
                .flatMap(Stream::ofNullable)
                .map(Timestamp::toInstant)
                .findFirst();
    }

    static CaseFacts facts(ResultSet row, int n) throws SQLException {
        UUID joined = row.getObject("joined_to", UUID.class);
        return new CaseFacts(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                Stage.valueOf(row.getString("stage")),
                row.getString("channel"),
                row.getString("description"),
                new GeoPoint(row.getDouble("longitude"), row.getDouble("latitude")),
                row.getString("address"),
                new Location(
                        row.getString("district"),
                        row.getString("street"),
                        row.getString("community"),
                        row.getString("grid"),
                        row.getString("dedicated"),
                        row.getString("micro")),
                row.getString("service_code"),
                row.getObject("minor", Boolean.class),
                row.getBoolean("check_minor"),
                row.getString("proposed_row"),
                row.getString("proposed_unit"),
                row.getString("filing_row"),
                row.getObject("filing_version", Integer.class),
                row.getObject("limit_amount", Integer.class),
                row.getString("limit_kind"),
                row.getString("unit"),
                row.getInt("returns"),
                row.getInt("reworks"),
                row.getInt("reopened"),
                row.getInt("release"),
                row.getTimestamp("reported_at").toInstant(),
                instant(row, "filed_at"),
                instant(row, "due_at"),
                instant(row, "yellow_at"),
                row.getBoolean("late"),
                row.getTimestamp("moved_at").toInstant(),
                instant(row, "closed_at"),
                row.getObject("satisfaction", Integer.class),
                joined == null ? null : new CaseId(joined));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** 128 bits, so that nobody guesses a case's link. */
    private static String secret() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
