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

    /** Key of the message that says why a cell is not accepted. */
    default String why(Cell cell) {
        return "policy.cell.notAllowed";
    }

    /** One word, or several with commas: any of them matches. */
    record Words() implements CellKind {
        private static final Pattern LIST =
                Pattern.compile("[\\p{L}\\p{N}_-]{1,64}( ?, ?[\\p{L}\\p{N}_-]{1,64}){0,199}");

        @Override
        public boolean accepts(Cell cell) {
            return cell.getCellType() == CellType.STRING
                    && LIST.matcher(cell.getStringCellValue()).matches();
        }

        @Override
        public String why(Cell cell) {
            return numberForWords(cell);
        }
    }

    /** One of these words and no other. */
    record Choice(List<String> words) implements CellKind {

        @Override
        public boolean accepts(Cell cell) {
            return cell.getCellType() == CellType.STRING && words.contains(cell.getStringCellValue());
        }

        @Override
        public String why(Cell cell) {
            return numberForWords(cell);
        }
    }

    /** A number between two bounds, both included, shown as a plain number; some programs keep numbers as text. */
    record Number(double from, double to) implements CellKind {
        private static final Pattern SHOWN = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
        /** The rule compiler would read a leading nought in its own way. */
        private static final Pattern TYPED = Pattern.compile("(?:0|[1-9]\\d{0,8})(?:\\.\\d{1,9})?");

        @Override
        public boolean accepts(Cell cell) {
            return switch (cell.getCellType()) {
                case NUMERIC -> isWithin(cell.getNumericCellValue()) && isPlain(cell);
                case STRING ->
                    isTyped(cell.getStringCellValue()) && isWithin(Double.parseDouble(cell.getStringCellValue()));
                default -> false;
            };
        }

        @Override
        public String why(Cell cell) {
            boolean odd = cell.getCellType() == CellType.NUMERIC && isWithin(cell.getNumericCellValue());
            return odd ? "policy.cell.numberFormat" : "policy.cell.notAllowed";
        }

        static boolean isTyped(String text) {
            return TYPED.matcher(text).matches();
        }

        /** Not as a date, a share or an amount of money. */
        static boolean isPlain(Cell cell) {
            return SHOWN.matcher(new DataFormatter().formatCellValue(cell)).matches();
        }

        private boolean isWithin(double value) {
            return value >= from && value <= to;
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

    /** What looks like a code may be a number to the spreadsheet, and would be read as 410102.0. */
    private static String numberForWords(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC ? "policy.cell.numberForWords" : "policy.cell.notAllowed";
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
