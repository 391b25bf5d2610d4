package org.gridcase.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.catalogue.FilingStandard;
import org.gridcase.catalogue.Limit;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the release in force about a case's recorded inputs, along the chain class, minor, filing, routing: what one
 * answers goes into the next. Nothing is written.
 */
@Component
@Transactional(readOnly = true)
public class Hindsights {
    private final DecisionRecords records;
    private final Rulebooks rulebooks;
    private final Releases releases;
    private final Explanations explanations;
    private final FilingStandard standard;

    Hindsights(
            DecisionRecords records,
            Rulebooks rulebooks,
            Releases releases,
            Explanations explanations,
            FilingStandard standard) {
        this.records = records;
        this.rulebooks = rulebooks;
        this.releases = releases;
        this.explanations = explanations;
        this.standard = standard;
    }

    /** Where the case is, for decisions that were not made then. */
    public record Place(String district, String street, String placeKind) {}

    public Hindsight of(CaseId id, Place place) {
        Map<String, DecisionRecord> latest = new HashMap<>();
        records.of(id).forEach(made -> latest.put(made.decision(), made));
        int release = releases.inForce(place.district()).number();
        return new Asking(latest, rulebooks.of(release), releases.standard(release), release, place).all();
    }

    private final class Asking {
        private final Map<String, DecisionRecord> latest;
        private final Rulebook book;
        private final FilingRows rows;
        private final int release;
        private final Place place;
        private final List<Hindsight.Ruling> rulings = new ArrayList<>();

        Asking(Map<String, DecisionRecord> latest, Rulebook book, FilingRows rows, int release, Place place) {
            this.latest = latest;
            this.book = book;
            this.rows = rows;
            this.release = release;
            this.place = place;
        }

        Hindsight all() {
            String code = serviceClass();
            if (code != null) {
                afterClass(code);
            }
            return new Hindsight(release, List.copyOf(rulings));
        }

        /** @return none while nobody has decided */
        private @Nullable String serviceClass() {
            DecisionRecord made = latest.get(Decision.CLASSIFICATION.name());
            if (made == null) {
                return null;
            }
            ClassificationDecided now = book.classify(Json.as(ClassificationInput.class, made.inputs()));
            boolean same = note(made, Decision.CLASSIFICATION, now, now.row());
            Object then = made.effective().get("serviceCode");
            // where a person chose, they would choose the same again
            return same || now.serviceCode() == null ? (String) then : now.serviceCode();
        }

        private void afterClass(String code) {
            DecisionRecord made = latest.get(Decision.MINOR.name());
            DecisionRecord filed = latest.get(Decision.FILING.name());
            DecisionRecord routed = latest.get(Decision.ROUTING.name());
            if (made == null) {
                return;
            }
            MinorInput recorded = Json.as(MinorInput.class, made.inputs());
            MinorDecided now = book.assessMinor(new MinorInput(code, recorded.channel(), recorded.photos()));
            note(made, Decision.MINOR, now, now.row());
            boolean wasMinor = Boolean.TRUE.equals(made.output().get("minor"));
            boolean broughtBack = wasMinor && filed != null;
            if (now.minor() && !broughtBack) {
                gone(filed, Decision.FILING);
                gone(routed, Decision.ROUTING);
                return;
            }
            if (filed == null && !wasMinor) {
                return;
            }
            FilingInput asked = filed == null ? null : Json.as(FilingInput.class, filed.inputs());
            FilingDecided row = book.file(new FilingInput(
                    code,
                    asked == null ? place.district() : asked.district(),
                    asked == null ? place.placeKind() : asked.placeKind(),
                    asked != null && code.equals(asked.serviceCode()) ? asked.suddenEvent() : code.startsWith("L01")));
            boolean sameRow = note(filed, Decision.FILING, row, row.row());
            if (routed != null || filed == null) {
                route(code, sameRow ? filed : null, row, routed);
            }
        }

        /** @param filed if it would be filed under the same row */
        private void route(
                String code, @Nullable DecisionRecord filed, FilingDecided row, @Nullable DecisionRecord routed) {
            RoutingInput asked = routed == null ? null : Json.as(RoutingInput.class, routed.inputs());
            String kind = filed != null && asked != null && code.equals(asked.serviceCode())
                    ? sameKind(filed, asked)
                    : kind(rows, row.filingRow());
            RoutingDecided now = book.route(new RoutingInput(
                    code,
                    code.substring(0, Math.min(3, code.length())),
                    kind,
                    asked == null ? place.street() : asked.street(),
                    asked == null ? place.district() : asked.district(),
                    asked == null ? 0 : asked.returns()));
            note(routed, Decision.ROUTING, now, now.row());
        }

        /** As it was recorded, unless the row that holds names another by now. */
        private String sameKind(DecisionRecord filed, RoutingInput asked) {
            String held = String.valueOf(filed.effective().get("filingRow"));
            String now = kind(rows, held);
            return now.equals(kind(standard.in(Math.toIntExact(filed.catalogueVersion())), held))
                    ? asked.rowUnitKind()
                    : now;
        }

        /** @return whether it is what was decided then */
        private boolean note(@Nullable DecisionRecord made, Decision<?, ?> decision, Object now, String row) {
            Integer version = made == null ? null : Math.toIntExact(made.catalogueVersion());
            var ruling = new Hindsight.Ruling(
                    decision.name(),
                    made == null ? null : made.output(),
                    Json.output(now),
                    made == null ? null : made.row(),
                    explanations.row(release, decision.name(), row).orElse(null),
                    made != null
                            && explanations
                                    .row(release, decision.name(), made.row())
                                    .isEmpty(),
                    version,
                    now instanceof FilingDecided filed && version != null && isOtherLimit(filed.filingRow(), version));
            rulings.add(ruling);
            return made != null && made.output().equals(Json.output(now));
        }

        private boolean isOtherLimit(String row, int version) {
            Optional<Limit> then = limit(standard.in(version), row);
            return then.isPresent() && !then.equals(limit(rows, row));
        }

        private void gone(@Nullable DecisionRecord made, Decision<?, ?> decision) {
            if (made != null) {
                rulings.add(new Hindsight.Ruling(
                        decision.name(),
                        made.output(),
                        null,
                        made.row(),
                        null,
                        false,
                        Math.toIntExact(made.catalogueVersion()),
                        false));
            }
        }
    }

    private static Optional<Limit> limit(FilingRows rows, String row) {
        return rows.row(row).map(FilingRow::limit);
    }

    private static String kind(FilingRows rows, String row) {
        return rows.row(row).map(it -> it.unit().code()).orElse("");
    }
}
