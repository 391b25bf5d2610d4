package org.gridcase.policy.form;

import org.gridcase.shared.Refusal;

/** A form schema holds something that no form of ours may hold. */
public final class SchemaRefused extends Refusal {

    private SchemaRefused(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static SchemaRefused notASchema() {
        return new SchemaRefused("policy.schema.notASchema");
    }

    static SchemaRefused tooLarge() {
        return new SchemaRefused("policy.schema.tooLarge");
    }

    /** @param where the component's key or place in the form */
    static SchemaRefused unknownType(String where, String type) {
        return new SchemaRefused("policy.schema.unknownType", where, type);
    }

    static SchemaRefused unknownAttribute(String where, String name) {
        return new SchemaRefused("policy.schema.unknownAttribute", where, name);
    }

    static SchemaRefused badValue(String where, String name) {
        return new SchemaRefused("policy.schema.badValue", where, name);
    }

    static SchemaRefused expression(String where, String name) {
        return new SchemaRefused("policy.schema.expression", where, name);
    }

    static SchemaRefused twice(String key) {
        return new SchemaRefused("policy.schema.twice", key);
    }
}
