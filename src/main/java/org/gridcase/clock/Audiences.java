package org.gridcase.clock;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.clock.EscalationRows.Due;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.notice.Channel;
import org.gridcase.policy.EscalationStep;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.AtHand;
import org.gridcase.workflow.AtHand.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the words of a table mean for a case: whoever holds its task, and those above them. */
@Component
class Audiences {
    static final String PROCESS = "case-handling";

    private static final String HOLDER = "holder";
    private static final String LEADER = "leader";
    private static final Set<String> LEVELS = Set.of("grid", "community", "street", "district", "city");
    /** Of a large group that has not claimed a task not everybody need hear. */
    private static final int MOST = 50;

    private final AtHand atHand;
    private final Scopes scopes;
    private final Staff staff;

    Audiences(AtHand atHand, Scopes scopes, Staff staff) {
        this.atHand = atHand;
        this.scopes = scopes;
        this.staff = staff;
    }

    static boolean understands(EscalationStep step) {
        String[] role = step.role().split("@", 2);
        boolean known = role.length == 1 && (role[0].equals(HOLDER) || role[0].equals(LEADER))
                || Arrays.stream(Role.values()).anyMatch(one -> one.code().equals(role[0]));
        return known
                && (role.length == 1 || LEVELS.contains(role[1]))
                && !channels(step.channels()).isEmpty();
    }

    /** Those of the codes that name a channel. */
    static Set<Channel> channels(String codes) {
        var known = EnumSet.noneOf(Channel.class);
        for (String code : codes.toLowerCase(Locale.ROOT).split("[\\s,]+")) {
            Arrays.stream(Channel.values())
                    .filter(channel -> channel.code().equals(code))
                    .forEach(known::add);
        }
        return known;
    }

    Audience of(Collection<Due> due) {
        Set<CaseId> ids = due.stream().map(Due::caseId).collect(Collectors.toSet());
        return new Audience(atHand.of(PROCESS, ids).stream().collect(Collectors.groupingBy(Turn::id)));
    }

    /** For a number of cases; who holds what is looked up once. */
    final class Audience {
        private final Map<CaseId, List<Turn>> turns;
        private final Map<Grant, Set<String>> holders = new HashMap<>();
        private final Map<String, List<String>> upward = new HashMap<>();

        private Audience(Map<CaseId, List<Turn>> turns) {
            this.turns = turns;
        }

        Set<String> of(Due step) {
            List<Turn> theirs = turns.getOrDefault(step.caseId(), List.of());
            String[] role = step.role().split("@", 2);
            Set<String> found =
                    switch (role[0]) {
                        case HOLDER -> holders(theirs);
                        case LEADER -> leaders(theirs, step);
                        default -> role(Role.of(role[0]), role.length == 1 ? null : role[1], theirs, step);
                    };
            return found.stream().sorted().limit(MOST).collect(Collectors.toSet());
        }

        /** Whoever has claimed it, else all who may. */
        private Set<String> holders(List<Turn> theirs) {
            Set<String> all = new HashSet<>();
            for (Turn turn : theirs) {
                if (turn.assignee() != null) {
                    all.add(turn.assignee());
                } else {
                    turn.groups().forEach(group -> all.addAll(holding(Grant.of(group))));
                }
            }
            return all;
        }

        private Set<String> leaders(List<Turn> theirs, Due step) {
            Set<String> leaders = role(Role.GRID_LEADER, null, theirs, step);
            return leaders.isEmpty() ? role(Role.SUPERVISOR, null, theirs, step) : leaders;
        }

        private Set<String> role(Role role, @Nullable String level, List<Turn> theirs, Due step) {
            if (level != null) {
                return holding(new Grant(role, scope(level, step)));
            }
            String from = theirs.stream()
                    .flatMap(turn -> turn.groups().stream())
                    .findFirst()
                    .map(group -> Grant.of(group).scope())
                    .orElse(step.grid());
            return above(from).stream()
                    .map(scope -> holding(new Grant(role, scope)))
                    .filter(some -> !some.isEmpty())
                    .findFirst()
                    .orElse(Set.of());
        }

        private String scope(String level, Due step) {
            return switch (level) {
                case "grid" -> step.grid();
                case "community" -> step.community();
                case "street" -> step.street();
                case "district" -> step.district();
                default -> last(above(step.district())).orElse(step.district());
            };
        }

        private List<String> above(String scope) {
            return upward.computeIfAbsent(scope, scopes::upward);
        }

        private Set<String> holding(Grant grant) {
            return holders.computeIfAbsent(
                    grant,
                    any -> staff.holding(grant).stream().map(StaffMember::id).collect(Collectors.toSet()));
        }
    }

    private static Optional<String> last(List<String> codes) {
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes.get(codes.size() - 1));
    }
}
