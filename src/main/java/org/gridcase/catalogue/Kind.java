package org.gridcase.catalogue;

/** What a class is about: a thing that stands in the city, or something that goes on there. */
public enum Kind {
    /** 管理部件 */
    COMPONENT("管理部件"),
    /** 管理事项 */
    MATTER("管理事项");

    private final String chinese;

    Kind(String chinese) {
        this.chinese = chinese;
    }

    /** @throws IllegalArgumentException if the standard has no such kind */
    static Kind named(String chinese) {
        for (Kind kind : values()) {
            if (kind.chinese.equals(chinese)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind: " + chinese);
    }
}
