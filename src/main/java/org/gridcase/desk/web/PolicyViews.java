package org.gridcase.desk.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.identity.Role;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Draft.State;
import org.gridcase.policy.Draft.Step;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.FileChange;
import org.gridcase.policy.Releases;
import org.gridcase.policy.guard.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Policy as its pages show it: releases, drafts, and one draft with all that may be done with it. */
@Component
class PolicyViews {
    static final int MOST = 50;

    /** Days, cases, and how many of them change. */
    private static final Pattern FIGURES = Pattern.compile("\\d{1,9}( \\d{1,9}){2}");

    private final Drafts drafts;
    private final Releases releases;
    private final Naming naming;
    private final Times times;

    PolicyViews(Drafts drafts, Releases releases, Naming naming, Times times) {
        this.drafts = drafts;
        this.releases = releases;
        this.naming = naming;
        this.times = times;
    }

    /** @param inForce whether new cases go by it; {@code takenBack} whether it was rolled back */
    record ReleaseLine(
            int number,
            String title,
            String at,
            @Nullable String author,
            String by,
            boolean inForce,
            boolean takenBack) {}

    /** @param state key of its name, also its look */
    record DraftLine(UUID id, String title, String author, String at, String state) {}

    /** @param mayBegin whether this reader draws up drafts; {@code mayTakeBack} whether they roll back */
    record Page(List<ReleaseLine> releases, List<DraftLine> drafts, boolean mayBegin, boolean mayTakeBack) {}

    /** @param change how it differs from the release it was begun from; none if it does not */
    record FileLine(String path, @Nullable String change) {}

    /** One thing that is wrong, in words. */
    record Wrong(String file, String place, String words) {}

    /** What somebody did. */
    record StepLine(
            String at, String who, String step, @Nullable String why) {}

    /** @param may what this reader may do with it now */
    record DraftPage(
            DraftLine draft,
            int base,
            @Nullable Integer release,
            List<FileLine> files,
            List<StepLine> steps,
            May may) {}

    /** By whoever it is and whatever state it is in. */
    record May(
            boolean change,
            boolean check,
            boolean approve,
            boolean sendBack,
            boolean publish,
            boolean withdraw,
            boolean takeOver) {}

    Page page(String reader, Locale locale) {
        Names names = naming.in(locale);
        int inForce = releases.inForce().number();
        return new Page(
                releases.published(MOST).stream()
                        .map(it -> new ReleaseLine(
                                it.number(),
                                it.number() == 1 ? names.say("desk.policy.first") : it.reason(),
                                times.minute(it.effectiveAt()),
                                it.author() == null ? null : names.ofActor(it.author()),
                                it.number() == 1 ? names.say("desk.policy.program") : names.ofActor(it.publishedBy()),
                                it.number() == inForce,
                                it.rolledBack()))
                        .toList(),
                drafts.recent(MOST).stream().map(it -> line(it, names)).toList(),
                drafts.may(reader, Role.ANALYST),
                drafts.may(reader, Role.APPROVER));
    }

    DraftPage draft(UUID id, String reader, Locale locale) {
        Names names = naming.in(locale);
        Draft it = drafts.get(id);
        Map<String, FileChange.Kind> changes =
                drafts.changes(id).stream().collect(Collectors.toMap(FileChange::path, FileChange::kind));
        var files = new TreeMap<String, FileLine>(drafts.paths(id).stream()
                .map(path -> new FileLine(path, word(changes.get(path))))
                .collect(Collectors.toMap(FileLine::path, Function.identity())));
        changes.forEach((path, kind) -> files.computeIfAbsent(path, any -> new FileLine(any, word(kind))));
        return new DraftPage(
                line(it, names),
                it.base(),
                it.release(),
                files.values().stream()
                        .sorted(Comparator.comparing(file -> file.change() == null))
                        .toList(),
                drafts.steps(id).stream()
                        .map(step -> new StepLine(
                                times.minute(step.at()),
                                names.ofActor(step.actor()),
                                names.say("desk.policy.step." + step.step()),
                                step.step() == Step.BACKTEST ? tried(step.why(), names) : step.why()))
                        .toList(),
                may(it, reader));
    }

    /** Days, cases and changed cases; or why it was not needed. */
    private static String tried(@Nullable String what, Names names) {
        String figures = String.valueOf(what);
        return FIGURES.matcher(figures).matches()
                ? names.say(
                        "backtest.step",
                        Stream.of(figures.split(" ")).map(Long::valueOf).toArray())
                : names.say("backtest.step.notNeeded");
    }

    private May may(Draft it, String reader) {
        boolean own = it.author().equals(reader);
        boolean offer = it.author().equals(Drafts.PROGRAM);
        boolean approver = drafts.may(reader, Role.APPROVER);
        boolean open = it.state() == State.DRAFT || it.state() == State.CHECKED || it.state() == State.BACKTESTED;
        return new May(
                own && open,
                open && !offer && it.state() != State.BACKTESTED,
                approver && !own && it.state() == State.BACKTESTED,
                approver && it.state() != State.DRAFT && (open || it.state() == State.APPROVED),
                approver && it.state() == State.APPROVED,
                (own || approver) && (open || it.state() == State.APPROVED),
                offer && it.state() == State.DRAFT && drafts.may(reader, Role.ANALYST));
    }

    List<Wrong> wrong(List<Finding> findings, Locale locale) {
        Names names = naming.in(locale);
        return findings.stream()
                .map(it -> new Wrong(
                        it.file(),
                        it.place(),
                        names.say(it.key(), it.arguments().toArray())))
                .toList();
    }

    private DraftLine line(Draft it, Names names) {
        return new DraftLine(
                it.id(),
                it.title(),
                names.ofActor(it.author()),
                times.minute(it.changedAt()),
                it.state().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String word(FileChange.@Nullable Kind kind) {
        return kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
    }
}
