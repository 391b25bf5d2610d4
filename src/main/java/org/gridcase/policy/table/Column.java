package org.gridcase.policy.table;

import java.util.List;
import java.util.Optional;

/**
 * A column of a decision table.
 *
 * @param name of what it reads or gives, as in the decision's input and output
 * @param code that its hidden header holds
 * @param kind what its cells may hold
 */
public record Column(Use use, String name, String code, CellKind kind) {

    /** What Drools makes of a column; the names are its own. */
    public enum Use {
        CONDITION,
        ACTION,
        DESCRIPTION
    }

    /** Blank cells match anything; several words match any of them. */
    public static Column anyOf(String property) {
        return new Column(Use.CONDITION, property, "forall(||){" + property + " == \"$\"}", CellKind.words());
    }

    public static Column yesNo(String property) {
        return new Column(
                Use.CONDITION, property, property + " == \"是\".equals(\"$param\")", CellKind.choice("是", "否"));
    }

    /** @param comparison such as {@code confidence >=} */
    public static Column number(String comparison, double from, double to) {
        return new Column(Use.CONDITION, comparison.split(" ")[0], comparison + " $param", CellKind.number(from, to));
    }

    static Column row() {
        return new Column(Use.ACTION, "row", "answer.row(\"$param\");", CellKind.words());
    }

    static Column remark() {
        return new Column(Use.DESCRIPTION, "remark", "", CellKind.remark());
    }

    public static Column gives(String name, String... words) {
        return new Column(Use.ACTION, name, "answer.put(\"" + name + "\", \"$param\");", CellKind.choice(words));
    }

    public static Column givesNumber(String name, double from, double to) {
        return new Column(Use.ACTION, name, "answer.put(\"" + name + "\", $param);", CellKind.number(from, to));
    }

    public boolean isCondition() {
        return use == Use.CONDITION;
    }

    /** What a row gives may not be left blank. */
    public boolean isRequired() {
        return use == Use.ACTION;
    }

    /** The words of which a cell holds one; none where it holds others. */
    public List<String> choices() {
        return kind instanceof CellKind.Choice choice ? choice.words() : List.of();
    }

    /** Whether a cell may hold several words, any of which counts. */
    public boolean takesSeveral() {
        return isCondition() && kind instanceof CellKind.Words;
    }

    /** From and to, both included; none where a cell holds no number. */
    public Optional<Bounds> bounds() {
        return kind instanceof CellKind.Number number
                ? Optional.of(new Bounds(number.from(), number.to()))
                : Optional.empty();
    }

    /** Between which a number lies, both included. */
    public record Bounds(double from, double to) {}
}
