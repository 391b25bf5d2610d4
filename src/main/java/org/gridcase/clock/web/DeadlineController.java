package org.gridcase.clock.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.casework.Sight;
import org.gridcase.casework.Sights;
import org.gridcase.clock.Clocks;
import org.gridcase.clock.DueCounts;
import org.gridcase.clock.ElementTime;
import org.gridcase.clock.ElementTimes;
import org.gridcase.clock.EndedCases;
import org.gridcase.clock.LampCount;
import org.gridcase.clock.Lamps;
import org.gridcase.clock.OpenCase;
import org.gridcase.clock.OpenCases;
import org.gridcase.clock.Page;
import org.gridcase.clock.Remaining;
import org.gridcase.clock.Watches;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What supervisors watch: each sees what lies in their sight, whatever they ask for. */
@RestController
@RequestMapping("/work/deadlines")
class DeadlineController {
    private static final Subject OPEN = new Subject("list", "deadlines");
    private static final Subject ENDED = new Subject("list", "ended");
    private static final int USUAL_DAYS = 30;

    private final OpenCases open;
    private final EndedCases ended;
    private final DueCounts counts;
    private final ElementTimes elements;
    private final Clocks clocks;
    private final Watches watches;
    private final Sights sights;
    private final Choices choices;
    private final Named named;
    private final Audit audit;
    private final Clock clock;
    private final ZoneId zone;

    DeadlineController(
            OpenCases open,
            EndedCases ended,
            DueCounts counts,
            ElementTimes elements,
            Clocks clocks,
            Watches watches,
            Sights sights,
            Choices choices,
            Named named,
            Audit audit,
            Clock clock,
            ZoneId zone) {
        this.open = open;
        this.ended = ended;
        this.counts = counts;
        this.elements = elements;
        this.clocks = clocks;
        this.watches = watches;
        this.sights = sights;
        this.choices = choices;
        this.named = named;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** A lamp's counts under a name. */
    record NamedCount(@Nullable String code, String name, int green, int yellow, int red, int none) {}

    /** The counts of a dashboard. */
    record LampsView(LampCount total, List<NamedCount> stages, List<NamedCount> units) {}

    @GetMapping("/choices")
    Choices.All choices(Principal who, Locale locale) {
        return choices.of(sight(who), locale);
    }

    @GetMapping("/lamps")
    LampsView lamps(@ModelAttribute Asked asked, Principal who, Locale locale) {
        var names = named.in(locale);
        Lamps lamps = open.lamps(asked.query(), sight(who));
        return new LampsView(
                lamps.total(),
                lamps.stages().stream()
                        .map(it -> named(it, names.say("casework.stage." + it.code())))
                        .toList(),
                lamps.units().stream()
                        .map(it -> named(it, names.ofUnit(it.code())))
                        .toList());
    }

    private static NamedCount named(LampCount it, String name) {
        return new NamedCount(it.code(), name, it.green(), it.yellow(), it.red(), it.none());
    }

    @GetMapping("/open")
    Page<OpenLine> open(
            @ModelAttribute Asked asked,
            @RequestParam(defaultValue = "" + Page.LINES) int most,
            Principal who,
            Locale locale) {
        audit.read(who.getName(), OPEN);
        Page<OpenCase> page = open.find(asked.query(), asked.after(), lines(most), sight(who));
        List<CaseId> ids = page.lines().stream().map(OpenCase::id).toList();
        Map<CaseId, Remaining> left = clocks.remaining(ids);
        Set<CaseId> watched = watches.watched(ids);
        var names = named.in(locale);
        return new Page<>(
                page.lines().stream()
                        .map(it -> OpenLine.of(it, watched.contains(it.id()), left.get(it.id()), names, zone))
                        .toList(),
                page.next());
    }

    @GetMapping("/trend")
    DueCounts.Trend trend(
            @ModelAttribute Asked asked, @RequestParam(defaultValue = "" + USUAL_DAYS) int days, Principal who) {
        return counts.trend(asked.query(), days, sight(who));
    }

    /** @param definition the engine's id of a deployed flow */
    @GetMapping("/elements")
    List<ElementTime> elements(@RequestParam String definition, Principal who) {
        return elements.of(Objects.requireNonNullElse(Asked.typed(definition), ""), sight(who));
    }

    @GetMapping("/ended")
    Page<EndedLine> ended(
            @ModelAttribute Asked asked,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(required = false) EndedCases.@Nullable Outcome outcome,
            @RequestParam(defaultValue = "" + Page.LINES) int most,
            Principal who,
            Locale locale) {
        audit.read(who.getName(), ENDED);
        LocalDate last = until == null ? LocalDate.ofInstant(clock.instant(), zone) : until;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
        var page = ended.find(asked.query(), first, last, outcome, asked.after(), lines(most), sight(who));
        var names = named.in(locale);
        return new Page<>(
                page.lines().stream().map(it -> EndedLine.of(it, names, zone)).toList(), page.next());
    }

    private Sight sight(Principal who) {
        return sights.of(who.getName());
    }

    private static int lines(int most) {
        return Math.max(1, Math.min(most, Page.LINES));
    }
}
