package org.gridcase.past;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.gridcase.casework.CaseWords;
import org.gridcase.clock.LedgerLine;
import org.gridcase.clock.Posting;
import org.gridcase.clock.WrittenClock;
import org.gridcase.intake.Report;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/** Writes tales as rows of the tables that hold every other case. */
final class Pages {
    /** As long as privacy lets them be kept by default. */
    private static final Duration LINK_KEPT = Duration.ofDays(365);

    private static final Duration CONTACT_KEPT = Duration.ofDays(180);
    private static final double LEAVES_CONTACT = 0.6;
    private static final String MODEL = "past";

    private final Map<Table, CopyBuffer> buffers = new EnumMap<>(Table.class);
    private final long seed;
    private final Instant end;

    Pages(long seed, Instant end) {
        this.seed = seed;
        this.end = end;
        for (Table table : Table.values()) {
            buffers.put(table, new CopyBuffer(table));
        }
    }

    void add(Tale tale) {
        origin(tale);
        now(tale);
        tale.steps.forEach(step -> on(Table.CASE_EVENT)
                .put(tale.id.value())
                .put(step.at())
                .put(step.actor())
                .put(step.move().name())
                .put(step.stage().name())
                .put(step.reason())
                .json(step.detail()));
        report(tale);
        for (int i = 0; i < tale.proposals.size(); i++) {
            on(Table.CLASS_PROPOSAL)
                    .put(tale.id.value())
                    .integer(i + 1)
                    .put(tale.proposals.get(i).serviceCode())
                    .real(tale.proposals.get(i).confidence())
                    .put(MODEL);
        }
        tale.decisions.forEach(made -> decision(tale, made));
        tale.times.ledger().forEach(line -> entry(tale, line));
        tale.times.clocks().forEach(clock -> clock(tale, clock));
    }

    void send(CopyManager copies) throws SQLException {
        for (Table table : Table.values()) {
            buffer(table).send(copies);
        }
    }

    /** Whoever holds it follows the case; as long as nobody is told the seed, nobody guesses it. */
    static String secret(long seed, String number) {
        byte[] bits = sha256("%d %s".formatted(seed, number));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(bits, 16));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void origin(Tale tale) {
        var at = tale.spot.at();
        on(Table.CASE_ORIGIN)
                .put(tale.id.value())
                .put(tale.number)
                .put(tale.channel.code())
                .put(tale.description)
                .real(tale.spot.point().longitude())
                .real(tale.spot.point().latitude())
                .put((String) null)
                .put(at.district())
                .put(at.street())
                .put(at.community())
                .put(at.grid())
                .put(at.dedicated())
                .put(at.micro())
                .put(tale.reportedAt)
                .put(kept(tale, LINK_KEPT) ? sha256(secret(seed, tale.number)) : null)
                .texts(CaseWords.of(tale.description));
    }

    private boolean kept(Tale tale, Duration time) {
        return tale.closedAt != null && tale.closedAt.plus(time).isAfter(end);
    }

    private void now(Tale tale) {
        var row = tale.filingRow;
        var limit = tale.limit;
        on(Table.CITY_CASE)
                .put(tale.id.value())
                .put(tale.stage.name())
                .put(tale.spot.at().district())
                .put(tale.serviceCode)
                .bigint(tale.catalogueVersion)
                .truth(tale.minor)
                .truth(tale.checkMinor)
                .put(tale.proposedRow)
                .real(tale.proposedFactor)
                .put(tale.proposedUnit)
                .put(row == null ? null : row.code())
                .integer(tale.filingVersion)
                .integer(limit == null ? null : limit.amount())
                .put(limit == null ? null : limit.kind().name())
                .put(tale.unit)
                .integer(tale.returns)
                .integer(tale.reworks)
                .integer(tale.reopened)
                .integer(tale.release)
                .put(tale.filedAt)
                .put(tale.dueAt)
                .put(tale.movedAt)
                .put(tale.closedAt)
                .integer(tale.satisfaction);
        if (tale.joinedTo == null) {
            buffer(Table.CITY_CASE).nothing();
        } else {
            buffer(Table.CITY_CASE).put(tale.joinedTo.id.value());
        }
        buffer(Table.CITY_CASE)
                .integer(tale.steps.size() - 1)
                .put(tale.yellowAt)
                .put(tale.late);
    }

    private void report(Tale tale) {
        boolean left = tale.channel.leavesContact() && kept(tale, CONTACT_KEPT);
        var contact = left && tale.dice.chance(LEAVES_CONTACT) ? Phrases.contact(tale.dice) : Report.Contact.NONE;
        on(Table.REPORT)
                .put(tale.uuid(tale.reportedAt))
                .put(tale.id.value())
                .put(tale.channel.code())
                .put(contact.name())
                .put(contact.phone())
                .put(contact.email())
                .put(tale.reportedAt);
    }

    private void decision(Tale tale, Tale.Made made) {
        var precedent = made.precedent();
        var override = made.overridden();
        on(Table.DECISION_RECORD)
                .put(made.id())
                .put(tale.id.value())
                .put(precedent.decision())
                .integer(precedent.release())
                .put(precedent.table())
                .put(precedent.tableSha256())
                .put(precedent.row())
                .json(precedent.inputs())
                .json(precedent.output())
                .bigint(precedent.catalogueVersion())
                .integer(precedent.calendarVersion())
                .put(made.at())
                .put(override == null ? null : override.by())
                .json(override == null ? null : override.to())
                .put(override == null ? null : override.reason())
                .put(override == null ? null : override.at())
                .json("[]");
    }

    private void entry(Tale tale, LedgerLine line) {
        on(Table.CLOCK_ENTRY)
                .put(tale.id.value())
                .put(line.clock().name())
                .put(line.posting().kind().name())
                .put(line.posting().at())
                .bigint(amount(line.posting()))
                .put(line.unit())
                .put(line.actor())
                .put(line.why())
                .integer(line.calendar());
    }

    private static @Nullable Long amount(Posting posting) {
        return switch (posting.kind()) {
            case START, EXTEND -> posting.amount().toMillis();
            default -> null;
        };
    }

    private void clock(Tale tale, WrittenClock it) {
        on(Table.CASE_CLOCK)
                .put(tale.id.value())
                .put(it.clock().name())
                .put(it.district())
                .put(it.counted().name())
                .put("STOPPED")
                .put(it.lamp().name())
                .bigint(it.budget().toMillis())
                .bigint(it.consumed().toMillis())
                .nothing()
                .put(it.yellowAt())
                .put(it.dueAt())
                .real(it.yellowShare())
                .put(it.unit())
                .integer(it.extensions())
                .put(false)
                .put(it.late())
                .put(it.exempt())
                .put(it.startedAt())
                .put(it.stoppedAt())
                .integer(it.calendar());
    }

    private CopyBuffer on(Table table) {
        return buffer(table).row();
    }

    private CopyBuffer buffer(Table table) {
        return java.util.Objects.requireNonNull(buffers.get(table));
    }
}
