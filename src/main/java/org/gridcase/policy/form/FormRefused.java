package org.gridcase.policy.form;

import org.gridcase.shared.Refusal;

/**
 * A form was filled in wrongly. The field is named as the form names it: argument 0 in Chinese, argument 1 in English.
 */
public final class FormRefused extends Refusal {

    private FormRefused(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static FormRefused missing(Label field) {
        return new FormRefused("policy.form.missing", field.zh(), field.en());
    }

    static FormRefused photoMissing(Label field) {
        return new FormRefused("policy.form.photoMissing", field.zh(), field.en());
    }

    static FormRefused tooLong(Label field, int limit) {
        return new FormRefused("policy.form.tooLong", field.zh(), field.en(), limit);
    }

    static FormRefused tooMany(Label field, int most) {
        return new FormRefused("policy.form.tooMany", field.zh(), field.en(), most);
    }

    static FormRefused notAChoice(Label field) {
        return new FormRefused("policy.form.notAChoice", field.zh(), field.en());
    }

    static FormRefused notANumber(Label field) {
        return new FormRefused("policy.form.notANumber", field.zh(), field.en());
    }

    static FormRefused unknown(String key) {
        String shown = key.length() > 40 ? key.substring(0, 40) + "…" : key;
        return new FormRefused("policy.form.unknown", shown, shown);
    }
}
