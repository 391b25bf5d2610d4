package org.gridcase.notice;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each member of staff has chosen about notices to them. */
@Component
public class Preferences {
    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of one person.
     *
     * @param language {@code zh-CN} or {@code en}
     * @param mail whether they want mail
     * @param address where; without one they get none
     */
    public record Choice(
            String language, boolean mail, @Nullable String address) {}

    public Choice of(String account) {
        return jdbc.sql("""
                        select coalesce(p.language, 'zh-CN') as language, coalesce(p.mail, true) as mail, s.email as address
                        from staff s left join notice_preference p on p.staff = s.id where s.id = ?""")
                .param(account)
                .query(Choice.class)
                .optional()
                .orElse(new Choice(NoticeTexts.tag(NoticeTexts.CITYS), false, null));
    }

    @Transactional
    public void choose(String account, Locale language, boolean mail) {
        jdbc.sql("""
                        insert into notice_preference (staff, language, mail) select id, ?, ? from staff where id = ?
                        on conflict (staff) do update set language = excluded.language, mail = excluded.mail""").params(NoticeTexts.tag(language), mail, account).update();
    }

    /** Their address at work, as long as they work here and want mail. */
    Optional<String> address(String account) {
        return jdbc.sql("""
                        select s.email from staff s left join notice_preference p on p.staff = s.id
                        where s.id = ? and s.left_at is null and s.email is not null and coalesce(p.mail, true)""").param(account).query(String.class).optional();
    }
}
