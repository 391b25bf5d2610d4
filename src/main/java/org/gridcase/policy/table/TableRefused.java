package org.gridcase.policy.table;

import java.util.List;
import java.util.stream.Collectors;
import org.gridcase.shared.Refusal;

/** A spreadsheet that cannot be a decision table, with every cell that is wrong. */
public final class TableRefused extends Refusal {
    private final transient List<CellError> errors;

    private TableRefused(List<CellError> errors) {
        super(Kind.INVALID, "policy.table.refused", errors.size(), cells(errors));
        this.errors = errors;
    }

    static TableRefused of(List<CellError> errors) {
        return new TableRefused(List.copyOf(errors));
    }

    public List<CellError> errors() {
        return errors;
    }

    private static String cells(List<CellError> errors) {
        return errors.stream().map(CellError::cell).distinct().limit(20).collect(Collectors.joining(", "));
    }
}
