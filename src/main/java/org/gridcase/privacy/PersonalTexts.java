package org.gridcase.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was typed apart from what is shown: texts with nothing personal in them are not kept twice. */
@Component
public class PersonalTexts {
    private final Masking masking;
    private final JdbcClient jdbc;

    PersonalTexts(Masking masking, JdbcClient jdbc) {
        this.masking = masking;
        this.jdbc = jdbc;
    }

    /**
     * Puts the words apart if anything in them is personal.
     *
     * @param part as in {@link PersonalText}
     * @return what everything else may hold
     */
    public @Nullable String hold(CaseId id, String part, String saidBy, @Nullable String words, Instant at) {
        if (words == null) {
            return null;
        }
        String held = masking.held(words);
        if (!held.equals(words)) {
            keep(id, part, saidBy, words, at);
        }
        return held;
    }

    /** Where what was typed is kept elsewhere. */
    public @Nullable String masked(@Nullable String words) {
        return words == null ? null : masking.held(words);
    }

    private void keep(CaseId id, String part, String saidBy, String words, Instant at) {
        jdbc.sql("""
                        insert into personal_text (id, case_id, part, said_by, words, phones, said_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(Ids.timeOrdered())
                .param(id.value())
                .param(part)
                .param(saidBy)
                .param(words)
                .param(masking.phones(words).toArray(String[]::new))
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order in which they were said. */
    public List<PersonalText> of(CaseId id) {
        return jdbc.sql("select part, said_by, words, said_at from personal_text where case_id = ? order by id")
                .param(id.value())
                .query((row, n) -> new PersonalText(
                        row.getString("part"),
                        row.getString("said_by"),
                        row.getString("words"),
                        row.getTimestamp("said_at").toInstant()))
                .list();
    }

    /** For whoever must find the place: homes to the door, people's numbers hidden as everywhere. */
    public Optional<String> forTheWay(CaseId id, String part) {
        return of(id).stream()
                .filter(text -> text.part().equals(part))
                .findFirst()
                .map(text -> masking.numbers(text.words()));
    }

    /** The cases in whose texts a phone number stands. */
    public List<CaseId> naming(String phone) {
        return jdbc.sql("select distinct case_id from personal_text where phones @> array[?]::text[]")
                .param(Masking.digits(phone))
                .query((row, n) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }
}
