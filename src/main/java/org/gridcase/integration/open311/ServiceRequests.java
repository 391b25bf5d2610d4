package org.gridcase.integration.open311;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.clock.Clocks;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says of cases what everybody may know. */
@Component
class ServiceRequests {
    private final Cases cases;
    private final Catalogue catalogue;
    private final Grids grids;
    private final Units units;
    private final Clocks clocks;
    private final MessageSource messages;
    private final ZoneId zone;

    ServiceRequests(
            Cases cases,
            Catalogue catalogue,
            Grids grids,
            Units units,
            Clocks clocks,
            MessageSource messages,
            ZoneId zone) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.grids = grids;
        this.units = units;
        this.clocks = clocks;
        this.messages = messages;
        this.zone = zone;
    }

    ServiceRequest of(CaseId id, Locale locale) {
        CaseFacts it = cases.facts(id);
        return new ServiceRequest(
                it.number(),
                it.stage().ended() ? "closed" : "open",
                messages.getMessage("casework.stage." + it.stage(), null, locale),
                serviceName(it.serviceCode(), locale),
                it.serviceCode(),
                null,
                agency(it.unit()),
                null,
                time(it.reportedAt()),
                time(it.movedAt()),
                clocks.expected(id).map(this::time).orElse(null),
                address(it),
                null,
                null,
                it.place().latitude(),
                it.place().longitude(),
                null);
    }

    private @Nullable String serviceName(@Nullable String code, Locale locale) {
        Optional<CaseClass> known = code == null ? Optional.empty() : catalogue.byServiceCode(code);
        return known.map(one -> one.name(locale)).orElse(null);
    }

    private @Nullable String agency(@Nullable String unit) {
        return unit == null ? null : units.find(unit).map(Unit::name).orElse(null);
    }

    private String address(CaseFacts it) {
        var where = it.location();
        return Stream.of(where.district(), where.street(), where.community(), where.grid())
                .map(grids::area)
                .flatMap(Optional::stream)
                .map(Area::name)
                .collect(Collectors.joining(" "));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
