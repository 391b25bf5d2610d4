package org.gridcase.policy.table;

/** Rule bases without Spring. */
public final class RuleBasesForTests {

    private RuleBasesForTests() {}

    public static RuleBases keeping(int most) {
        return new RuleBases(most);
    }
}
