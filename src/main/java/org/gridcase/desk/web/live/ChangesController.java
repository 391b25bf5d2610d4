package org.gridcase.desk.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.UUID;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sight;
import org.gridcase.casework.Sights;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One stream a page; it says only that something has changed, never what. */
@RestController
class ChangesController {
    private final Viewers viewers;
    private final CaseSearch search;
    private final Sights sights;

    ChangesController(Viewers viewers, CaseSearch search, Sights sights) {
        this.viewers = viewers;
        this.search = search;
        this.sights = sights;
    }

    @GetMapping("/cases/changes")
    void ofAll(Principal who, HttpServletRequest request, HttpServletResponse response) {
        open(who, sights.of(who.getName()), null, request, response);
    }

    @GetMapping("/cases/{id}/changes")
    void ofOne(@PathVariable UUID id, Principal who, HttpServletRequest request, HttpServletResponse response) {
        Sight sight = sights.of(who.getName());
        open(who, sight, search.facts(new CaseId(id), sight).id(), request, response);
    }

    /** Of one's own bell alone; every stream of cases rings it too. */
    @GetMapping("/notices/changes")
    void ofBell(Principal who, HttpServletRequest request, HttpServletResponse response) {
        open(who, Sight.NOTHING, null, request, response);
    }

    private void open(
            Principal who,
            Sight sight,
            @Nullable CaseId only,
            HttpServletRequest request,
            HttpServletResponse response) {
        viewers.open(who.getName(), sight, only, () -> Line.open(request, response, Viewers.LONGEST));
    }
}
