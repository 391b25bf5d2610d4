package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gridcase.casework.CaseFacts;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.clock.EscalationRows.Due;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.gridcase.notice.News;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those who are told of a case's time get to hear. */
@Component
class EscalationNews {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String NO_CLASS = "待分类事项";
    private static final String NO_CLASS_ENGLISH = "Unclassified matter";

    private final Catalogue catalogue;
    private final Grids grids;
    private final Units units;
    private final DateTimeFormatter minute;

    EscalationNews(Catalogue catalogue, Grids grids, Units units, ZoneId zone) {
        this.catalogue = catalogue;
        this.grids = grids;
        this.units = units;
        this.minute = MINUTE.withZone(zone);
    }

    News of(Due step, Instant now) {
        String template = step.lamp() == Lamp.YELLOW ? "clock.yellow" : step.first() ? "clock.red" : "clock.over";
        News news = about(
                        News.of(step.event(), template, step.caseId()),
                        step.number(),
                        step.serviceCode(),
                        step.street())
                .say("clock", "clock.kind." + step.clock())
                .with("due", minute.format(step.deadline()))
                .with(
                        "minutes",
                        String.valueOf(Math.max(
                                0, Duration.between(step.deadline(), now).toMinutes())))
                .with("whose", whose(step.unit(), step.district()));
        return step.urgent() ? news.asUrgent() : news;
    }

    News of(String event, String template, CaseFacts facts, @Nullable Instant due) {
        CaseId id = facts.id();
        News news = about(
                News.of(event, template, id),
                facts.number(),
                facts.serviceCode(),
                facts.location().street());
        return due == null ? news : news.with("due", minute.format(due));
    }

    private News about(News news, String number, @Nullable String serviceCode, String street) {
        var known = serviceCode == null
                ? null
                : catalogue.byServiceCode(serviceCode).orElse(null);
        return news.with("number", number)
                .with("place", area(street))
                .with("class", name(known, Locale.CHINESE, NO_CLASS), name(known, Locale.ENGLISH, NO_CLASS_ENGLISH));
    }

    private static String name(@Nullable CaseClass known, Locale language, String otherwise) {
        return known == null ? otherwise : known.name(language);
    }

    private String whose(@Nullable String unit, String district) {
        return unit == null ? area(district) : units.find(unit).map(Unit::name).orElse(unit);
    }

    private String area(String code) {
        return grids.area(code).map(Area::name).orElse(code);
    }
}
