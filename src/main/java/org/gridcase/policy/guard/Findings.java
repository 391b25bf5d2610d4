package org.gridcase.policy.guard;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that whoever drew it sees all of it at once. */
final class Findings {
    static final int MOST = 200;
    private final List<Finding> found = new ArrayList<>();

    void add(String file, String place, String key, Object... arguments) {
        if (found.size() < MOST) {
            found.add(Finding.of(file, place, key, arguments));
        }
    }

    boolean of(String file) {
        return found.stream().anyMatch(it -> it.file().equals(file));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
