package org.gridcase.desk.web;

import org.gridcase.identity.leave.NewAbsence;
import org.jspecify.annotations.Nullable;

/**
 * A leave as it is typed.
 *
 * @param substitute chosen among those proposed
 * @param other an account typed instead
 */
record LeaveForm(
        @Nullable String staff,
        @Nullable String substitute,
        @Nullable String other,
        @Nullable String first,
        @Nullable String last,
        @Nullable String reason) {

    String staffOr(String reader) {
        return staff == null || staff.isBlank() ? reader : staff.strip();
    }

    /** What was typed goes before what was chosen. */
    @Nullable
    String chosen() {
        return other == null || other.isBlank() ? substitute : other;
    }

    NewAbsence wanted(String reader) {
        return NewAbsence.typed(staffOr(reader), chosen(), given(first), given(last), given(reason));
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
