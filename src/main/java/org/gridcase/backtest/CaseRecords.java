package org.gridcase.backtest;

import java.util.UUID;
import org.gridcase.policy.ClassificationDecided;
import org.gridcase.policy.ClassificationInput;
import org.gridcase.policy.FilingDecided;
import org.gridcase.policy.FilingInput;
import org.gridcase.policy.MinorDecided;
import org.gridcase.policy.MinorInput;
import org.gridcase.policy.RoutingDecided;
import org.gridcase.policy.RoutingInput;
import org.jspecify.annotations.Nullable;

/** The last decision of each kind about one case, and what a person made of it. */
final class CaseRecords {
    final UUID id;

    @Nullable
    Asked<ClassificationInput, ClassificationDecided> classification;

    @Nullable
    Asked<MinorInput, MinorDecided> minor;

    @Nullable
    Asked<FilingInput, FilingDecided> filing;

    @Nullable
    Asked<RoutingInput, RoutingDecided> routing;

    @Nullable
    String chosenClass;

    @Nullable
    String chosenRow;

    @Nullable
    String chosenUnit;

    CaseRecords(UUID id) {
        this.id = id;
    }

    /** Later ones take the place of earlier ones. */
    @SuppressWarnings("unchecked") // what a key stands for is of its decision's types
    void add(char decision, Asked<?, ?> asked, @Nullable String chosen) {
        switch (decision) {
            case 'c' -> {
                classification = (Asked<ClassificationInput, ClassificationDecided>) asked;
                chosenClass = chosen;
            }
            case 'm' -> minor = (Asked<MinorInput, MinorDecided>) asked;
            case 'f' -> {
                filing = (Asked<FilingInput, FilingDecided>) asked;
                chosenRow = chosen;
            }
            default -> {
                routing = (Asked<RoutingInput, RoutingDecided>) asked;
                chosenUnit = chosen;
            }
        }
    }
}
