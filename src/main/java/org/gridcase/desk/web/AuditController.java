package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Locale;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.AuditPage;
import org.gridcase.audit.AuditQuery;
import org.gridcase.audit.AuditTrail;
import org.gridcase.audit.ChainCheck;
import org.gridcase.audit.Subject;
import org.gridcase.desk.Auditing;
import org.gridcase.desk.CaseNumbers;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who did what and who read what, for the city's administrators; that they looked is itself on record. */
@Controller
@RequestMapping("/admin")
class AuditController {
    private static final int PAGE = 50;
    private static final Subject ENTRIES = new Subject("audit", "entries");

    private final Auditing auditing;
    private final Audit audit;
    private final AuditTrail trail;
    private final ChainCheck chain;
    private final AuditView view;
    private final CaseNumbers numbers;
    private final ZoneId zone;

    AuditController(
            Auditing auditing,
            Audit audit,
            AuditTrail trail,
            ChainCheck chain,
            AuditView view,
            CaseNumbers numbers,
            ZoneId zone) {
        this.auditing = auditing;
        this.audit = audit;
        this.trail = trail;
        this.chain = chain;
        this.view = view;
        this.numbers = numbers;
        this.zone = zone;
    }

    @GetMapping("/audit")
    String page(@ModelAttribute("filter") AuditFilter filter, Principal who, Locale locale, Model model) {
        auditing.check(who.getName());
        audit.read(who.getName(), ENTRIES);
        AuditPage found = trail.find(filter.query(zone, numbers), PAGE);
        model.addAttribute("lines", view.lines(found.rows(), locale));
        model.addAttribute("next", found.next());
        model.addAttribute("actions", view.actions(trail.actions(), locale));
        model.addAttribute("checked", view.checked(chain.last(), locale));
        return "desk/audit";
    }

    @GetMapping("/audit.csv")
    void csv(@ModelAttribute("filter") AuditFilter filter, Principal who, HttpServletResponse response)
            throws IOException {
        auditing.check(who.getName());
        AuditQuery query = filter.query(zone, numbers);
        audit.note(new AuditEntry(who.getName(), "audit.export", ENTRIES, null, filter.asked()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        new AuditCsv(response.getWriter()).write(trail, query);
    }
}
