package org.gridcase.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last case of a page: where the next one goes on. */
record Cursor(Instant at, UUID id) {
    /** Stands for no limit; far beyond any. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** Before any case. */
    static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    static Cursor of(CaseOrder order, CaseSummary last) {
        Instant due = last.dueAt() == null ? NEVER : last.dueAt();
        return new Cursor(
                order == CaseOrder.DUE ? due : last.reportedAt(), last.id().value());
    }

    /** None if it is no cursor of ours: then the list begins at its beginning. */
    static Optional<Cursor> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        int at = text.indexOf('_');
        try {
            return at < 1
                    ? Optional.empty()
                    : Optional.of(new Cursor(
                                    Instant.parse(text.substring(0, at)), UUID.fromString(text.substring(at + 1))))
                            .filter(cursor -> !cursor.at.isBefore(BEGINNING) && !cursor.at.isAfter(NEVER));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
