package org.gridcase.policy.form;

import java.util.Optional;
import java.util.stream.Stream;

/** What stands in a form for an ordinary text field: something of ours that shows a case or fills in the field. */
public enum Widget {
    CASE("case", true),
    REQUEST("request", true),
    MAP("map", true),
    PHOTOS_BEFORE("photosBefore", true),
    PROPOSAL("proposal", true),
    PHOTOS("photos", false),
    CLASS("class", false),
    ROW("row", false),
    UNIT("unit", false),
    OTHER_CASE("otherCase", false),
    PLACE("place", false),
    DRAFT("draft", true);

    private final String code;
    private final boolean showsOnly;

    Widget(String code, boolean showsOnly) {
        this.code = code;
        this.showsOnly = showsOnly;
    }

    static Optional<Widget> of(String code) {
        return Stream.of(values()).filter(widget -> widget.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    /** Whether it takes no value. */
    public boolean showsOnly() {
        return showsOnly;
    }
}
