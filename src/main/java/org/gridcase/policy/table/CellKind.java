package org.gridcase.policy.table;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;

/** What the cells of a column may hold; anything else never reaches the rule compiler. */
sealed interface CellKind {

    boolean accepts(Cell cell);

    /** One word, or several with commas: any of them matches. */
    record Words() implements CellKind {
        private static final Pattern LIST =
                Pattern.compile("[\\p{L}\\p{N}_-]{1,64}( ?, ?[\\p{L}\\p{N}_-]{1,64}){0,199}");

        @Override
        public boolean accepts(Cell cell) {
            return cell.getCellType() == CellType.STRING
                    && LIST.matcher(cell.getStringCellValue()).matches();
        }
    }

    /** One of these words and no other. */
    record Choice(List<String> words) implements CellKind {

        @Override
        public boolean accepts(Cell cell) {
            return cell.getCellType() == CellType.STRING && words.contains(cell.getStringCellValue());
        }
    }

    /** A number between two bounds, both included, shown as a plain number. */
    record Number(double from, double to) implements CellKind {
        private static final Pattern PLAIN = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

        @Override
        public boolean accepts(Cell cell) {
            if (cell.getCellType() != CellType.NUMERIC) {
                return false;
            }
            double value = cell.getNumericCellValue();
            return value >= from
                    && value <= to
                    && PLAIN.matcher(new DataFormatter().formatCellValue(cell)).matches();
        }
    }

    /** A sentence for the reader; Drools makes a comment of it, so it may not hold what would end one. */
    record Remark() implements CellKind {
        private static final Pattern SENTENCE = Pattern.compile("[^\\p{Cntrl}\\u0085\\u2028\\u2029\\\\*/]{0,200}");

        @Override
        public boolean accepts(Cell cell) {
            return cell.getCellType() == CellType.STRING
                    && SENTENCE.matcher(cell.getStringCellValue()).matches();
        }
    }

    static CellKind remark() {
        return new Remark();
    }

    static CellKind words() {
        return new Words();
    }

    static CellKind choice(String... words) {
        return new Choice(Arrays.asList(words));
    }

    static CellKind number(double from, double to) {
        return new Number(from, to);
    }
}
