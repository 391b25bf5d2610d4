package org.gridcase.identity.roster;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.gridcase.shared.Refusal;

/** Many grants at once: each line is checked before the first is done. What is so already is left as it is. */
class GrantLines {
    private final Granting granting;
    private final Function<Refusal, String> words;
    private final PrintStream out;

    GrantLines(Granting granting, Function<Refusal, String> words, PrintStream out) {
        this.granting = granting;
        this.words = words;
        this.out = out;
    }

    private enum Finding {
        RIGHT,
        SO_ALREADY,
        WRONG
    }

    int apply(List<GrantLine> lines, boolean dry) {
        List<Finding> findings = lines.stream().map(this::check).toList();
        long wrong = count(findings, Finding.WRONG);
        long same = count(findings, Finding.SO_ALREADY);
        if (wrong > 0 || dry) {
            out.printf("%d lines, %d wrong, %d so already; nothing was changed%n", lines.size(), wrong, same);
            return wrong > 0 ? 1 : 0;
        }
        int done = 0;
        for (int at = 0; at < lines.size(); at++) {
            if (findings.get(at) == Finding.RIGHT && !act(lines.get(at))) {
                out.printf(
                        "%d done, stopped at line %d; it may be run again%n",
                        done, lines.get(at).number());
                return 1;
            }
            done += findings.get(at) == Finding.RIGHT ? 1 : 0;
        }
        out.printf("%d lines, %d done, %d so already%n", lines.size(), done, same);
        return 0;
    }

    private static long count(List<Finding> findings, Finding finding) {
        return findings.stream().filter(finding::equals).count();
    }

    private Finding check(GrantLine line) {
        try {
            switch (line.act()) {
                case GrantLine.GIVE -> granting.checkGiving(line.order(), Reach.EVERYWHERE);
                case GrantLine.TAKE -> granting.checkTaking(line.order(), Reach.EVERYWHERE);
                default -> {
                    return wrong(line, GrantRefused.unreadable());
                }
            }
            return Finding.RIGHT;
        } catch (Refusal refused) {
            boolean already = refused.key().equals(GrantRefused.held().key())
                    || refused.key().equals(GrantRefused.notHeld().key());
            return already ? Finding.SO_ALREADY : wrong(line, refused);
        }
    }

    private Finding wrong(GrantLine line, Refusal refused) {
        out.printf("LINE %d %s%n", line.number(), words.apply(refused));
        return Finding.WRONG;
    }

    private boolean act(GrantLine line) {
        try {
            if (line.act().equals(GrantLine.GIVE)) {
                granting.give(line.order(), RosterAudit.COMMAND, Reach.EVERYWHERE);
            } else {
                granting.take(line.order(), RosterAudit.COMMAND, Reach.EVERYWHERE);
            }
            return true;
        } catch (Refusal refused) {
            wrong(line, refused);
            return refused.key().equals(GrantRefused.held().key());
        }
    }
}
