package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.desk.process.HandOverList;
import org.gridcase.desk.process.HandOvers;
import org.gridcase.desk.process.HandedOver;
import org.gridcase.desk.process.Intervention;
import org.gridcase.identity.Role;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What passed from those who left to others, and what nobody holds; for supervisors and administrators. */
@Controller
@RequestMapping("/staff")
class LeaversController {
    /** By which spreadsheet programs know UTF-8. */
    private static final char MARK = '\ufeff';

    private final HandOverList list;
    private final HandOvers handOvers;
    private final Audit audit;
    private final Naming naming;
    private final Times times;

    LeaversController(HandOverList list, HandOvers handOvers, Audit audit, Naming naming, Times times) {
        this.list = list;
        this.handOvers = handOvers;
        this.audit = audit;
        this.naming = naming;
        this.times = times;
    }

    /** A line of the list, in the reader's words. */
    record Line(
            String who,
            String account,
            String at,
            String by,
            String what,
            String subject,
            @Nullable String to,
            boolean vacant) {}

    /** A group that nobody holds, in the reader's words. */
    record Empty(String group, String name, long tasks) {}

    @GetMapping("/leavers")
    ModelAndView page(HttpServletRequest request, Locale locale) {
        Set<String> theirs = list.districts(request.getRemoteUser());
        Names names = naming.in(locale);
        return new ModelAndView("desk/leavers")
                .addObject("mayHandOver", request.isUserInRole(Role.ADMINISTRATOR.code()))
                .addObject("lines", lines(list.of(theirs, HandOverList.MOST), names))
                .addObject(
                        "vacancies",
                        list.vacancies(theirs).stream()
                                .map(one -> new Empty(one.group(), names.ofGroup(one.group()), one.tasks()))
                                .toList());
    }

    @GetMapping("/leavers.csv")
    void csv(Principal who, Locale locale, HttpServletResponse response) throws IOException {
        Set<String> theirs = list.districts(who.getName());
        audit.note(new AuditEntry(who.getName(), "file.export", new Subject("file", "leavers.csv"), null, Map.of()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"leavers.csv\"");
        var out = response.getWriter();
        out.print(MARK);
        out.print(row(Stream.of("at", "account", "name", "what", "subject", "to", "by", "vacant")));
        lines(list.of(theirs, HandOverList.MOST_IN_FILE), naming.in(locale))
                .forEach(line -> out.print(row(Stream.of(
                        line.at(),
                        line.account(),
                        line.who(),
                        line.what(),
                        line.subject(),
                        Objects.requireNonNullElse(line.to(), ""),
                        line.by(),
                        Boolean.toString(line.vacant())))));
        out.flush();
    }

    @PostMapping("/leavers/hand-over")
    ModelAndView handOver(
            @RequestParam String staff,
            @RequestParam(required = false) @Nullable String colleague,
            @RequestParam String reason,
            HttpServletRequest request,
            Locale locale) {
        try {
            String to = colleague == null || colleague.isBlank() ? null : colleague.strip();
            int tasks = handOvers.all(staff.strip(), to, new Intervention(request.getRemoteUser(), reason));
            return new ModelAndView("redirect:/staff/leavers?done=" + tasks);
        } catch (Refusal refused) {
            String words =
                    naming.in(locale).say(refused.key(), refused.arguments().toArray());
            return page(request, locale)
                    .addObject("refused", words)
                    .addObject("typed", List.of(staff, Objects.requireNonNullElse(colleague, ""), reason));
        }
    }

    private List<Line> lines(List<HandedOver> all, Names names) {
        return all.stream().map(one -> line(one, names)).toList();
    }

    private Line line(HandedOver one, Names names) {
        boolean task = one.kind().equals("TASK");
        String what = task ? names.say("desk.task." + one.task()) : names.say("desk.leavers.duty." + one.kind());
        return new Line(
                one.name(),
                one.staff(),
                times.minute(one.at()),
                names.ofActor(one.by()),
                what,
                task ? one.subject() : names.ofArea(one.subject()),
                one.to(),
                one.vacant());
    }

    private static String row(Stream<String> cells) {
        return cells.map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }
}
