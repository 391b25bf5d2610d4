package org.gridcase.grid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How deep an area lies in the city, and how its code is written. */
public enum AreaLevel {
    CITY(null, "[0-9]{4}00"),
    DISTRICT(CITY, "[0-9]{4}(?!00)[0-9]{2}"),
    STREET(DISTRICT, "[0-9]{9}"),
    COMMUNITY(STREET, "[0-9]{12}"),
    GRID(COMMUNITY, "[0-9]{15}"),
    /** A mall, a campus, a station … within a grid. */
    DEDICATED(GRID, "[0-9]{15}D[0-9]{2}"),
    MICRO(GRID, "[0-9]{15}M[0-9]{2}");

    private final @Nullable AreaLevel parent;
    private final Pattern code;

    AreaLevel(@Nullable AreaLevel parent, String code) {
        this.parent = parent;
        this.code = Pattern.compile(code);
    }

    /** The level directly above; none above the city. */
    public @Nullable AreaLevel parent() {
        return parent;
    }

    /** As written in files: {@code street}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AreaLevel> of(String label) {
        return Arrays.stream(values())
                .filter(level -> level.label().equals(label))
                .findFirst();
    }

    public boolean isCode(String text) {
        return code.matcher(text).matches();
    }

    /** Whether an area of this level and code may lie in that parent: codes begin with their parent's. */
    public boolean isWithin(String child, String parentCode) {
        String prefix = this == DISTRICT ? parentCode.substring(0, 4) : parentCode;
        return child.startsWith(prefix);
    }

    /** Whether grants can be given for areas of this level. */
    boolean isScope() {
        return compareTo(GRID) <= 0;
    }
}
