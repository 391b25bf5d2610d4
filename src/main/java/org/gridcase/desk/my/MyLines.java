package org.gridcase.desk.my;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseFolder;
import org.gridcase.desk.form.Terms;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Location;
import org.gridcase.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Says in the reader's words what a task is about. */
@Component
class MyLines {
    /** As on every lamp: four fifths of the time are gone. */
    private static final int EXCERPT = 80;

    private static final String HANDLE = "handleCase";

    private final Grids grids;
    private final Terms terms;

    MyLines(Grids grids, Terms terms) {
        this.grids = grids;
        this.terms = terms;
    }

    MyLine of(InboxTask task, CaseFolder folder, String account, Locale locale) {
        CaseFacts facts = folder.facts();
        String code = facts.serviceCode();
        return new MyLine(
                task.id(),
                title(task, locale),
                "/forms/" + facts.release() + "/" + task.key() + ".html?taskId=" + task.id(),
                facts.number(),
                terms.stage(facts.stage(), locale),
                code == null ? null : terms.className(code, locale),
                excerpt(facts.description()),
                where(facts),
                facts.place(),
                folder.first() == null ? null : "/photos/" + folder.first() + "/thumbnail",
                task.createdAt(),
                facts.yellowAt(),
                facts.dueAt(),
                account.equals(task.assignee()),
                task.assignee() != null && !account.equals(task.assignee()),
                task.key().equals(HANDLE) ? "/cases/" + task.caseId() + "#asking" : null);
    }

    /** Tasks that a city has drawn itself are called as its model calls them. */
    private String title(InboxTask task, Locale locale) {
        String key = "desk.my.task." + task.key();
        String title = terms.say(key, locale);
        return title.equals(key) ? task.name() : title;
    }

    private String where(CaseFacts facts) {
        Location location = facts.location();
        String area = Stream.of(location.street(), location.community(), location.grid())
                .map(grids::area)
                .flatMap(Optional::stream)
                .map(Area::name)
                .collect(Collectors.joining(" "));
        return facts.address() == null ? area : facts.address() + " · " + area;
    }

    private static String excerpt(String words) {
        return words.length() > EXCERPT ? words.substring(0, EXCERPT) + "…" : words;
    }
}
