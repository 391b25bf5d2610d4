package org.gridcase.workflow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.jspecify.annotations.Nullable;

/** A flow's condition, read by the engine's own parser and asked outside of the engine. */
public final class FlowCondition {
    private static final Builder PARSER =
            new Builder(EnumSet.allOf(Builder.Feature.class).toArray(Builder.Feature[]::new));

    private final Node root;

    private FlowCondition(Node root) {
        this.root = root;
    }

    /** @param text one that {@link Expressions} found fine */
    static FlowCondition of(String text) {
        Node root = PARSER.build(text.strip()).getRoot();
        return new FlowCondition(root instanceof AstEval ? root.getChild(0) : root);
    }

    /** Whether it holds; none if that hangs on something that is not among the facts. */
    public @Nullable Boolean holds(Map<String, Object> facts) {
        return value(root, facts) instanceof Boolean held ? held : null;
    }

    private static @Nullable Object value(Node node, Map<String, Object> facts) {
        if (node instanceof AstIdentifier name) {
            return facts.get(name.getName());
        }
        if (node instanceof AstNested) {
            return value(node.getChild(0), facts);
        }
        if (node instanceof AstString text) {
            return text.eval(null, null);
        }
        if (node instanceof AstNumber number) {
            return number.eval(null, null);
        }
        if (node instanceof AstBoolean truth) {
            return truth.eval(null, null);
        }
        if (node instanceof AstUnary not && not.getOperator() == AstUnary.NOT) {
            return value(node.getChild(0), facts) instanceof Boolean truth ? !truth : null;
        }
        return node instanceof AstBinary both ? value(both, facts) : null;
    }

    private static @Nullable Object value(AstBinary both, Map<String, Object> facts) {
        Object left = value(both.getChild(0), facts);
        Object right = value(both.getChild(1), facts);
        AstBinary.Operator operator = both.getOperator();
        if (operator == AstBinary.AND) {
            return Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)
                    ? Boolean.FALSE
                    : left == null || right == null ? null : Boolean.TRUE;
        }
        if (operator == AstBinary.OR) {
            return Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)
                    ? Boolean.TRUE
                    : left == null || right == null ? null : Boolean.FALSE;
        }
        if (left == null || right == null) {
            return null;
        }
        if (operator == AstBinary.EQ) {
            return same(left, right);
        }
        if (operator == AstBinary.NE) {
            return !same(left, right);
        }
        int order = left instanceof Number a && right instanceof Number b
                ? Double.compare(a.doubleValue(), b.doubleValue())
                : left.toString().compareTo(right.toString());
        return operator == AstBinary.LT
                ? order < 0
                : operator == AstBinary.LE ? order <= 0 : operator == AstBinary.GT ? order > 0 : order >= 0;
    }

    private static boolean same(Object left, Object right) {
        return left instanceof Number a && right instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : Objects.equals(left, right);
    }
}
