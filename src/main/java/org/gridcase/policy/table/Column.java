package org.gridcase.policy.table;

/** A column of a decision table: the code its hidden header holds, and what its cells may hold. */
public record Column(Use use, String code, CellKind kind) {

    /** What Drools makes of a column; the names are its own. */
    public enum Use {
        CONDITION,
        ACTION,
        DESCRIPTION
    }

    /** Blank cells match anything; several words match any of them. */
    public static Column anyOf(String property) {
        return new Column(Use.CONDITION, "forall(||){" + property + " == \"$\"}", CellKind.words());
    }

    public static Column yesNo(String property) {
        return new Column(Use.CONDITION, property + " == \"是\".equals(\"$param\")", CellKind.choice("是", "否"));
    }

    /** @param comparison such as {@code confidence >=} */
    public static Column number(String comparison, double from, double to) {
        return new Column(Use.CONDITION, comparison + " $param", CellKind.number(from, to));
    }

    static Column row() {
        return new Column(Use.ACTION, "answer.row(\"$param\");", CellKind.words());
    }

    static Column remark() {
        return new Column(Use.DESCRIPTION, "", CellKind.remark());
    }

    public static Column gives(String name, String... words) {
        return new Column(Use.ACTION, "answer.put(\"" + name + "\", \"$param\");", CellKind.choice(words));
    }

    public static Column givesNumber(String name, double from, double to) {
        return new Column(Use.ACTION, "answer.put(\"" + name + "\", $param);", CellKind.number(from, to));
    }

    boolean isCondition() {
        return use == Use.CONDITION;
    }

    /** What a row gives may not be left blank. */
    boolean isRequired() {
        return use == Use.ACTION;
    }
}
