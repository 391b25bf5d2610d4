package org.gridcase.policy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gridcase.identity.Role;
import org.gridcase.privacy.Masking;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What policy staff say to each other about a draft: appended, never changed. */
@Component
public class DraftComments {
    public static final int LONGEST = 1_000;
    private static final int LONGEST_PATH = 160;
    private static final int LONGEST_PLACE = 80;
    private static final int MOST = 500;

    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final Masking masking;
    private final Clock clock;

    DraftComments(Drafts drafts, JdbcClient jdbc, Masking masking, Clock clock) {
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.masking = masking;
        this.clock = clock;
    }

    /** Whether they may say something: the city's analysts and approvers. */
    public boolean may(String account) {
        return drafts.may(account, Role.ANALYST) || drafts.may(account, Role.APPROVER);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<DraftComment> of(UUID draft) {
        return jdbc.sql("select * from policy_comment where draft = ? order by id")
                .param(draft)
                .query((row, n) -> new DraftComment(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("path"),
                        row.getString("place"),
                        row.getString("words")))
                .list();
    }

    /**
     * @param path of a file; none for the whole draft
     * @param place in that file; none for all of it
     * @throws StudioRefused if nothing is said, or too much
     * @throws DraftRefused if there is no such draft or file, or they have no say in it
     */
    @Transactional
    public void add(UUID draft, @Nullable String path, @Nullable String place, String words, String by) {
        if (!may(by)) {
            throw DraftRefused.notYours();
        }
        drafts.get(draft);
        String said = words.strip();
        boolean odd = place != null && (path == null || place.length() > LONGEST_PLACE)
                || path != null && path.length() > LONGEST_PATH;
        if (said.isEmpty() || said.length() > LONGEST || said.indexOf('\0') >= 0 || odd) {
            throw StudioRefused.comment(LONGEST);
        }
        if (path != null && !known(draft, path)) {
            throw DraftRefused.none();
        }
        if (of(draft).size() >= MOST) {
            throw StudioRefused.tooManyComments(MOST);
        }
        jdbc.sql("insert into policy_comment (draft, at, actor, path, place, words) values (?, ?, ?, ?, ?, ?)")
                .param(draft)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(by)
                .param(path)
                .param(place == null ? null : masking.held(place))
                .param(masking.held(said))
                .update();
    }

    /** A file that it has, or has taken out. */
    private boolean known(UUID draft, String path) {
        return drafts.paths(draft).contains(path)
                || drafts.changes(draft).stream()
                        .anyMatch(change -> change.path().equals(path));
    }
}
