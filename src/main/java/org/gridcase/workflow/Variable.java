package org.gridcase.workflow;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/** A named, typed process variable: the only way code reads or writes one. */
public record Variable<T>(String name, Class<T> type) {

    /** @throws NullPointerException if the scope has no such variable */
    public T in(VariableScope scope) {
        return Objects.requireNonNull(type.cast(scope.getVariable(name)), () -> "missing process variable " + name);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** For the gateways up to the next wait state; the engine never stores it. */
    public void pass(VariableScope scope, T value) {
        scope.setVariable(name, Variables.untypedValue(value, true));
    }

    public Map.Entry<String, Object> of(T value) {
        return Map.entry(name, value);
    }
}
