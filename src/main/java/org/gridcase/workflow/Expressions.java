package org.gridcase.workflow;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What an expression in a model may be: variables, plain values, comparisons and what joins them. It is read by the
 * engine's own parser, so that nothing means one thing to us and another to the engine.
 */
public final class Expressions {
    private static final int LONGEST = 300;
    private static final int MOST_NODES = 60;
    private static final Builder PARSER =
            new Builder(EnumSet.allOf(Builder.Feature.class).toArray(Builder.Feature[]::new));
    private static final Set<AstBinary.Operator> OPERATORS = Set.of(
            AstBinary.AND,
            AstBinary.OR,
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE);

    private Expressions() {}

    /** What an expression is found to be. */
    public enum Verdict {
        FINE,
        TOO_LONG,
        /** The engine could not read it either, or it is not one expression alone. */
        UNREADABLE,
        /** It calls something, reaches into something, or works something out. */
        NOT_ALLOWED,
        UNKNOWN_VARIABLE
    }

    /** Of a text such as {@code ${outcome == 'filed'}}, that may name these variables alone. */
    public static Verdict check(String text, Set<String> variables) {
        if (text.length() > LONGEST) {
            return Verdict.TOO_LONG;
        }
        // what is put off until later is another language's
        if (!text.startsWith("${") || !text.endsWith("}")) {
            return Verdict.UNREADABLE;
        }
        try {
            Node root = PARSER.build(text).getRoot();
            return root instanceof AstEval && root.getCardinality() == 1
                    ? new Walk(variables).of(root.getChild(0), 0)
                    : Verdict.UNREADABLE;
        } catch (TreeBuilderException unreadable) {
            return Verdict.UNREADABLE;
        }
    }

    private static final class Walk {
        private final Set<String> variables;
        private int nodes;

        Walk(Set<String> variables) {
            this.variables = variables;
        }

        Verdict of(Node node, int depth) {
            if (++nodes > MOST_NODES || depth > MOST_NODES) {
                return Verdict.TOO_LONG;
            }
            if (node instanceof AstIdentifier identifier) {
                return variables.contains(identifier.getName()) ? Verdict.FINE : Verdict.UNKNOWN_VARIABLE;
            }
            if (node instanceof AstString
                    || node instanceof AstNumber
                    || node instanceof AstBoolean
                    || node instanceof AstNull) {
                return Verdict.FINE;
            }
            boolean inner = node instanceof AstNested
                    || node instanceof AstUnary unary && unary.getOperator() == AstUnary.NOT
                    || node instanceof AstBinary binary && OPERATORS.contains(binary.getOperator());
            if (!inner) {
                return Verdict.NOT_ALLOWED;
            }
            for (int i = 0; i < node.getCardinality(); i++) {
                Verdict verdict = of(node.getChild(i), depth + 1);
                if (verdict != Verdict.FINE) {
                    return verdict;
                }
            }
            return Verdict.FINE;
        }
    }
}
