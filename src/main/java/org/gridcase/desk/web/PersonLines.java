package org.gridcase.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.casework.CaseSummary;
import org.gridcase.desk.person.Person;
import org.gridcase.intake.Report;
import org.gridcase.privacy.Erasures;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People found, and people erased, in the reader's words. */
@Component
class PersonLines {
    private final Naming naming;
    private final CaseLines lines;
    private final Times times;

    PersonLines(Naming naming, CaseLines lines, Times times) {
        this.naming = naming;
        this.lines = lines;
        this.times = times;
    }

    /** A case whose reporter was found. */
    record Found(
            CaseLine line,
            String contact,
            String kept,
            boolean open,
            @Nullable Long erasure) {}

    /** Somebody erased. */
    record Gone(long number, String at, String who, int cases, String what) {}

    List<Found> of(List<Person> persons, Locale locale) {
        Names names = naming.in(locale);
        return persons.stream().map(person -> found(person, names)).toList();
    }

    private Found found(Person person, Names names) {
        return new Found(
                lines.of(CaseSummary.of(person.facts()), names),
                person.contacts().stream().map(PersonLines::contact).collect(Collectors.joining("；")),
                counts(person.kept(), names),
                person.open(),
                person.erasure());
    }

    private static String contact(Report.Contact one) {
        return Stream.of(one.name(), one.phone(), one.email())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" "));
    }

    List<Gone> erased(List<Erasures.Erased> erased, Locale locale) {
        Names names = naming.in(locale);
        return erased.stream()
                .map(one -> new Gone(
                        one.number(),
                        times.minute(one.at()),
                        names.ofActor(one.actor()),
                        one.cases(),
                        counts(one.gone(), names)))
                .toList();
    }

    private static String counts(Map<String, ? extends Number> counts, Names names) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue().longValue() > 0)
                .map(count -> names.say("desk.persons.kind." + count.getKey()) + " " + count.getValue())
                .collect(Collectors.joining(" · "));
    }

    String words(Refusal refused, Locale locale) {
        return naming.in(locale).say(refused.key(), refused.arguments().toArray());
    }
}
