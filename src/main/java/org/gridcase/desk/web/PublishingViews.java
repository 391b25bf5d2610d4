package org.gridcase.desk.web;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridcase.desk.process.CaseGroup;
import org.gridcase.desk.process.KeptCase;
import org.gridcase.desk.process.MigrationRun;
import org.gridcase.desk.process.Migrations;
import org.gridcase.desk.process.Snag;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.identity.Role;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.NodeReport;
import org.gridcase.policy.Publication;
import org.gridcase.policy.PublishedRelease;
import org.gridcase.policy.Publishing;
import org.gridcase.policy.Releases;
import org.gridcase.policy.Standing;
import org.gridcase.policy.guard.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishing as its pages show it: a draft on its way, a release and where it stands, and the cases that could follow it. */
@Component
class PublishingViews {
    private final Drafts drafts;
    private final Publishing publishing;
    private final Releases releases;
    private final Migrations migrations;
    private final Grids grids;
    private final Naming naming;
    private final Times times;

    PublishingViews(
            Drafts drafts,
            Publishing publishing,
            Releases releases,
            Migrations migrations,
            Grids grids,
            Naming naming,
            Times times) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.releases = releases;
        this.migrations = migrations;
        this.grids = grids;
        this.naming = naming;
        this.times = times;
    }

    /** A district to choose. */
    record District(String code, String name) {}

    /** @param state {@code working}, {@code ready} or {@code failed} */
    record NodeLine(
            String node,
            String state,
            @Nullable String took,
            @Nullable String words) {}

    /**
     * A draft on its way into force.
     *
     * @param state {@code none}, {@code preparing}, {@code done} or {@code failed}
     * @param words the state in a sentence
     * @param mayPublish whether this reader publishes it now
     */
    record Panel(
            UUID draft,
            String state,
            @Nullable Integer release,
            @Nullable String words,
            List<NodeLine> nodes,
            boolean mayPublish,
            List<District> districts) {}

    /**
     * @param badge look of its state
     * @param last whether it can be taken back
     */
    record StandingLine(int number, String badge, String state, String where, boolean last) {}

    record StepLine(
            String at, String who, String step, @Nullable String why) {}

    /** @param elsewhere districts that it could be widened to; none if it reaches all */
    record ReleasePage(
            StandingLine standing,
            String title,
            @Nullable String author,
            String by,
            int standard,
            List<StepLine> steps,
            List<District> elsewhere,
            boolean mayWiden,
            boolean mayCallOff,
            boolean mayTakeBack,
            boolean inForce,
            int behind) {}

    /** Open cases that keep to another release. */
    record BehindLine(int release, int number) {}

    record GroupLine(
            int release,
            String process,
            String place,
            int number,
            @Nullable String snag) {}

    record KeptLine(String id, String number, String process, String why) {}

    /** @param percent how far it has come */
    record RunView(UUID id, String state, String words, int percent, List<KeptLine> kept, boolean mayStop) {}

    /** Cases that could follow a release. */
    record CasesPage(
            StandingLine standing,
            int total,
            List<BehindLine> behind,
            List<GroupLine> groups,
            int movable,
            int stuck,
            @Nullable RunView run,
            boolean mayMove) {}

    Panel panel(UUID id, String reader, Locale locale) {
        Names names = naming.in(locale);
        Draft draft = drafts.get(id);
        Publication last = publishing.of(id).orElse(null);
        boolean open = draft.state() == Draft.State.APPROVED;
        boolean underWay = last != null && last.state() == Publication.State.PREPARING;
        boolean may = open && !underWay && drafts.may(reader, Role.APPROVER);
        return new Panel(
                id,
                last == null ? "none" : last.state().name().toLowerCase(Locale.ROOT),
                last == null ? null : last.release(),
                last == null ? null : words(last, names),
                last == null ? List.of() : nodes(last, names),
                may,
                may ? districts() : List.of());
    }

    private List<NodeLine> nodes(Publication last, Names names) {
        return publishing.reports(last).stream().map(one -> line(one, names)).toList();
    }

    private static NodeLine line(NodeReport one, Names names) {
        Integer took = one.tookMillis();
        Finding problem = one.problem();
        String seconds = took == null ? null : names.say("desk.publishing.took", took / 1000.0);
        return problem != null
                ? new NodeLine(one.node(), "failed", seconds, words(problem, names))
                : new NodeLine(one.node(), took == null ? "working" : "ready", seconds, null);
    }

    private String words(Publication it, Names names) {
        return switch (it.state()) {
            case PREPARING -> names.say("desk.publishing.preparing", it.release(), reach(it, names));
            case DONE -> names.say("desk.publishing.done", it.release());
            case FAILED ->
                it.failure() == null || it.failure().node() == null
                        ? names.say(
                                "desk.publishing.failed",
                                it.failure() == null ? "" : words(it.failure().why(), names))
                        : names.say(
                                "desk.publishing.failedAt",
                                it.failure().node(),
                                words(it.failure().why(), names));
        };
    }

    private String reach(Publication it, Names names) {
        String where = where(it.reach().districts(), names);
        Instant from = it.reach().from();
        return from == null ? where : names.say("desk.publishing.from", where, times.minute(from));
    }

    private static String words(Finding why, Names names) {
        String said = names.say(why.key(), why.arguments().toArray());
        String place = (why.file() + " " + why.place()).strip();
        return place.isEmpty() ? said : place + ": " + said;
    }

    private String where(Collection<String> districts, Names names) {
        return districts.isEmpty() || districts.contains("")
                ? names.say("desk.publishing.city")
                : String.join(
                        names.say("desk.publishing.and"),
                        districts.stream().map(names::ofArea).sorted().toList());
    }

    private List<District> districts() {
        return grids.children(grids.city().code()).stream()
                .sorted(Comparator.comparing(Area::code))
                .map(area -> new District(area.code(), area.name()))
                .toList();
    }

    /** How each release of the list stands, by its number. */
    Map<Integer, StandingLine> standings(Locale locale) {
        Names names = naming.in(locale);
        Map<Integer, Standing> standings = releases.standings();
        return releases.published(PolicyViews.MOST).stream()
                .map(it ->
                        line(it.number(), standings.getOrDefault(it.number(), Standing.TAKEN_BACK), standings, names))
                .collect(Collectors.toMap(StandingLine::number, Function.identity()));
    }

    private StandingLine line(int number, Standing it, Map<Integer, Standing> all, Names names) {
        String badge =
                switch (it.state()) {
                    case IN_FORCE -> "published";
                    case SCHEDULED -> "approved";
                    case SUPERSEDED, ROLLED_BACK -> "withdrawn";
                };
        String where =
                switch (it.state()) {
                    case IN_FORCE -> under(number, it, all, names);
                    case SCHEDULED -> coming(it, names);
                    case SUPERSEDED, ROLLED_BACK -> "";
                };
        String more = it.state() == Standing.State.IN_FORCE && it.next() != null ? "; " + coming(it, names) : "";
        boolean last = number > 1 && it.last() && it.state() == Standing.State.IN_FORCE;
        return new StandingLine(number, badge, names.say("desk.publishing.state." + it.state()), where + more, last);
    }

    private String coming(Standing it, Names names) {
        Instant next = it.next();
        return next == null ? "" : names.say("desk.publishing.from", where(it.coming(), names), times.minute(next));
    }

    private String under(int number, Standing it, Map<Integer, Standing> all, Names names) {
        if (!it.city()) {
            return where(it.under(), names);
        }
        List<String> others = all.entrySet().stream()
                .filter(other -> other.getKey() != number)
                .flatMap(other -> other.getValue().under().stream())
                .filter(district -> !district.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return others.isEmpty()
                ? names.say("desk.publishing.city")
                : names.say("desk.publishing.cityBut", where(others, names));
    }

    ReleasePage release(int number, String reader, Locale locale) {
        Names names = naming.in(locale);
        PublishedRelease it = releases.one(number);
        Standing standing = releases.standing(number);
        boolean approver = drafts.may(reader, Role.APPROVER);
        boolean standsLast = standing.last() && number > 1;
        List<District> elsewhere = standing.city() || standing.coming().contains("")
                ? List.of()
                : districts().stream()
                        .filter(one -> !standing.under().contains(one.code())
                                && !standing.coming().contains(one.code()))
                        .toList();
        boolean inForce = standing.state() == Standing.State.IN_FORCE;
        return new ReleasePage(
                line(number, standing, releases.standings(), names),
                number == 1 ? names.say("desk.policy.first") : it.reason(),
                it.author() == null ? null : names.ofActor(it.author()),
                number == 1 ? names.say("desk.policy.program") : names.ofActor(it.publishedBy()),
                releases.get(number).catalogueVersion(),
                publishing.steps(number).stream()
                        .map(step -> new StepLine(
                                times.minute(step.at()),
                                names.ofActor(step.actor()),
                                names.say("desk.policy.step." + step.step()),
                                step.why()))
                        .toList(),
                elsewhere,
                approver && standsLast && !elsewhere.isEmpty(),
                approver && standing.next() != null,
                approver && standsLast && inForce,
                inForce,
                inForce ? behind(number) : 0);
    }

    private int behind(int number) {
        return migrations.behind(number).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    CasesPage cases(int number, String reader, Locale locale) {
        Names names = naming.in(locale);
        releases.one(number);
        Standing standing = releases.standing(number);
        Map<Integer, Integer> behind = migrations.behind(number);
        int total = behind.values().stream().mapToInt(Integer::intValue).sum();
        List<CaseGroup> groups =
                standing.state() == Standing.State.IN_FORCE && total > 0 ? migrations.preview(number) : List.of();
        RunView run = run(number, reader, locale);
        return new CasesPage(
                line(number, standing, releases.standings(), names),
                total,
                behind.entrySet().stream()
                        .sorted(Map.Entry.<Integer, Integer>comparingByKey().reversed())
                        .map(one -> new BehindLine(one.getKey(), one.getValue()))
                        .toList(),
                groups.stream()
                        .map(one -> new GroupLine(
                                one.release(),
                                process(one.process(), names),
                                one.place(),
                                one.number(),
                                one.snag() == null ? null : why(one.snag(), names)))
                        .toList(),
                number(groups, false),
                number(groups, true),
                run,
                drafts.may(reader, Role.APPROVER)
                        && standing.state() == Standing.State.IN_FORCE
                        && total > 0
                        && (run == null || !run.state().equals("running")));
    }

    private static int number(List<CaseGroup> groups, boolean stuck) {
        return groups.stream()
                .filter(one -> (one.snag() != null) == stuck)
                .mapToInt(CaseGroup::number)
                .sum();
    }

    @Nullable
    RunView run(int number, String reader, Locale locale) {
        Names names = naming.in(locale);
        return migrations
                .last(number)
                .map(run -> new RunView(
                        run.id(),
                        run.state().name().toLowerCase(Locale.ROOT),
                        names.say(
                                "desk.migration.run." + run.state(),
                                run.moved(),
                                run.kept(),
                                run.total(),
                                names.ofActor(run.askedBy()),
                                times.minute(run.askedAt())),
                        run.total() == 0 ? 100 : Math.min(100, 100 * (run.moved() + run.kept()) / run.total()),
                        migrations.keptBy(run).stream()
                                .map(kept -> line(kept, names))
                                .toList(),
                        run.state() == MigrationRun.State.RUNNING && drafts.may(reader, Role.APPROVER)))
                .orElse(null);
    }

    private static KeptLine line(KeptCase kept, Names names) {
        return new KeptLine(
                kept.id().toString(), kept.number(), process(kept.snag().process(), names), why(kept.snag(), names));
    }

    /** A process of a city's own has no name here, and is shown by its key. */
    private static String process(String key, Names names) {
        String word = "desk.migration.process." + key;
        String said = names.say(word);
        return said.equals(word) ? key : said;
    }

    private static String why(Snag snag, Names names) {
        String words =
                snag.key().startsWith("desk.") ? names.say(snag.key()) : names.say("desk.migration.engine", snag.key());
        return snag.activity() == null ? words : names.say("desk.migration.at", snag.activity(), words);
    }
}
