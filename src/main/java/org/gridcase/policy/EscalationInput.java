package org.gridcase.policy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the table of escalation reads.
 *
 * @param clock which stretch of the case's way is timed, such as {@code HANDLING}
 * @param lamp {@code YELLOW} or {@code RED}
 * @param minutesOver how late it is already when that is noticed; in steps, so that few questions differ
 * @param group kind and first two digits of the class, such as {@code M06}; empty without a class
 */
public record EscalationInput(String clock, String lamp, int minutesOver, String group) {
    private static final int[] STEPS = {10_080, 4_320, 2_880, 1_440, 480, 240, 120, 60, 30, 15};

    public static EscalationInput of(String clock, String lamp, long minutesOver, @Nullable String serviceCode) {
        int over = 0;
        for (int step : STEPS) {
            if (minutesOver >= step) {
                over = step;
                break;
            }
        }
        String code = serviceCode == null ? "" : serviceCode;
        return new EscalationInput(clock, lamp, over, code.substring(0, Math.min(3, code.length())));
    }

    Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("clock", clock);
        variables.put("lamp", lamp);
        variables.put("minutesOver", minutesOver);
        variables.put("group", group);
        return variables;
    }
}
