package org.gridcase.policy.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every way round in a model passes a person or a time; else it would go round for ever by itself. */
final class Circles {
    /** Where a process waits. What it calls is no place to wait: it may be over at once. */
    private static final Set<String> WAITING = Set.of("userTask", "intermediateCatchEvent", "eventBasedGateway");

    private final String file;
    private final Findings findings;

    Circles(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** @param scope a process or sub-process */
    void check(Tag scope) {
        Map<String, List<String>> ways = new HashMap<>();
        Set<String> waiting = new HashSet<>();
        for (Tag tag : scope.children()) {
            String id = tag.get("id", "");
            if (WAITING.contains(tag.name())) {
                waiting.add(id);
            } else if (tag.name().equals("sequenceFlow")) {
                ways.computeIfAbsent(tag.get("sourceRef", ""), any -> new ArrayList<>())
                        .add(tag.get("targetRef", ""));
            } else if (tag.name().equals("boundaryEvent")) {
                // an error may leave a step at once
                ways.computeIfAbsent(tag.get("attachedToRef", ""), any -> new ArrayList<>())
                        .add(id);
            } else if (tag.name().equals("subProcess")) {
                check(tag);
            }
        }
        String round = round(ways, waiting);
        if (round != null) {
            findings.add(file, round, "policy.guard.circle");
        }
    }

    /** By depth, without recursion: a model may be as long as it likes. */
    private static @Nullable String round(Map<String, List<String>> ways, Set<String> waiting) {
        Set<String> done = new HashSet<>();
        for (String start : ways.keySet()) {
            Deque<String> path = new ArrayDeque<>();
            Set<String> onPath = new HashSet<>();
            Map<String, Integer> next = new HashMap<>();
            if (!waiting.contains(start) && !done.contains(start)) {
                path.push(start);
                onPath.add(start);
            }
            while (path.peek() != null) {
                String here = path.peek();
                List<String> on = ways.getOrDefault(here, List.of());
                int turn = next.merge(here, 1, Integer::sum) - 1;
                if (turn >= on.size()) {
                    path.pop();
                    onPath.remove(here);
                    done.add(here);
                } else if (onPath.contains(on.get(turn))) {
                    return on.get(turn);
                } else if (!waiting.contains(on.get(turn)) && !done.contains(on.get(turn))) {
                    path.push(on.get(turn));
                    onPath.add(on.get(turn));
                }
            }
        }
        return null;
    }
}
