package org.gridcase.catalogue;

/**
 * What tells one class from another; components and matters share numbers.
 *
 * @param standard such as {@code GB/T 47678.5-2026}, or {@link #LOCAL}
 * @param code five digits: two of the group, three of the class
 */
public record ClassKey(String standard, Kind kind, String code) {
    /** The standard named by the city's own classes. */
    public static final String LOCAL = "本地扩展";

    public ClassKey {
        if (!code.matches("[0-9]{5}")) {
            throw new IllegalArgumentException("not five digits: " + code);
        }
    }

    public boolean local() {
        return standard.equals(LOCAL);
    }

    /** As other systems name the class: {@code M06010}, {@code C01002}, {@code L01001}. */
    public String serviceCode() {
        return prefix() + code;
    }

    String groupCode() {
        return prefix() + code.substring(0, 2);
    }

    private char prefix() {
        if (local()) {
            return 'L';
        }
        return kind == Kind.COMPONENT ? 'C' : 'M';
    }
}
