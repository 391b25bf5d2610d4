package org.gridcase.policy.table;

/**
 * What is wrong in one cell.
 *
 * @param cell as the spreadsheet names it, such as {@code F12}; empty when it is the whole file
 * @param key of the message that says what is wrong
 * @param found what stands there, shortened
 */
public record CellError(String cell, String key, String found) {
    private static final int SHOWN = 60;

    public CellError {
        found = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return cell + " " + key + (found.isEmpty() ? "" : " [" + found + "]");
    }
}
