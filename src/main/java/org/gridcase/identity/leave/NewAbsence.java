package org.gridcase.identity.leave;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * An absence as it is entered.
 *
 * @param substitute who is to stand in, if anybody
 * @param lastDay itself included
 */
public record NewAbsence(
        String staff, @Nullable String substitute, LocalDate firstDay, LocalDate lastDay, String reason) {

    public NewAbsence {
        substitute = substitute == null || substitute.isBlank() ? null : substitute.strip();
        staff = staff.strip();
        reason = reason.strip();
    }

    /**
     * With days as they are typed: 2026-11-24.
     *
     * @throws LeaveRefused if one is none
     */
    public static NewAbsence typed(
            String staff, @Nullable String substitute, String first, String last, String reason) {
        return new NewAbsence(staff, substitute, day(first), day(last), reason);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            throw LeaveRefused.noDay();
        }
    }
}
