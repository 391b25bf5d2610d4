package org.gridcase.workflow;

import org.gridcase.shared.Refusal;

/** A task query or filter carried an expression that could run code. */
public class QueryRefused extends Refusal {

    private QueryRefused() {
        super(Kind.INVALID, "workflow.query.expression");
    }

    public static QueryRefused expression() {
        return new QueryRefused();
    }
}
