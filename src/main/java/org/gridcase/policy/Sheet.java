package org.gridcase.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft's decision spreadsheet as rows of text.
 *
 * @param sha256 of the file as it was read
 * @param first the number of the first row, as the spreadsheet counts
 */
public record Sheet(
        String path, String sha256, int first, List<Column> columns, List<List<String>> rows, List<Note> notes) {

    /**
     * A column of it.
     *
     * @param name of what it reads or gives
     * @param title as it stands in the file
     * @param condition whether blank means any
     * @param several whether a cell may hold several words, with commas
     * @param choices of which a cell holds one; none where it may hold others
     * @param from the least number; none where it holds no number
     */
    public record Column(
            String name,
            String title,
            boolean condition,
            boolean required,
            boolean several,
            List<String> choices,
            @Nullable Double from,
            @Nullable Double to) {}

    /**
     * What is to be said of a cell.
     *
     * @param row from 0, as in {@link Sheet#rows}; -1 if it is none of them
     * @param key of the message
     * @param found what the message speaks of
     * @param wrong whether the table cannot be published so
     */
    public record Note(int row, int column, String cell, String key, String found, boolean wrong) {}

    /**
     * A row as it should be.
     *
     * @param from which of {@link Sheet#rows} it was; none if it is new
     */
    public record Line(@Nullable Integer from, List<String> cells) {}
}
