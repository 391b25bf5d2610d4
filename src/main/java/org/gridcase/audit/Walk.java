package org.gridcase.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes along the chain, row by row, as far as it is sound. */
class Walk {
    private final Consumer<Verdict.Day> progress;
    private final List<Verdict.Day> days = new ArrayList<>();
    private long number;
    private long entriesOfDay;
    private String hash = Link.NOTHING;
    private @Nullable LocalDate day;
    private @Nullable Flaw flaw;

    Walk(Consumer<Verdict.Day> progress) {
        this.progress = progress;
    }

    /** @return whether to go on */
    boolean step(Link row) {
        Flaw.Kind wrong = wrongWith(row);
        if (wrong != null) {
            breakAt(row.day(), wrong);
            return false;
        }
        if (!row.day().equals(day)) {
            endDay();
            day = row.day();
        }
        number = row.number();
        hash = row.hash();
        entriesOfDay++;
        return true;
    }

    private Flaw.@Nullable Kind wrongWith(Link row) {
        if (row.number() != number + 1) {
            return Flaw.Kind.GAP;
        }
        if (day != null && row.day().isBefore(day)) {
            return Flaw.Kind.ORDER;
        }
        if (!row.hashAt(row.number(), hash).equals(row.hash())) {
            return Flaw.Kind.HASH;
        }
        return row.tellsTheSame() ? null : Flaw.Kind.PAYLOAD;
    }

    /** Nothing further stands behind the last row. */
    void end(LocalDate lastDay, long lastNumber, String lastHash) {
        if (flaw != null) {
            return;
        }
        if (lastNumber > number) {
            breakAt(lastDay, Flaw.Kind.GAP);
        } else if (lastNumber < number || !lastHash.equals(hash)) {
            flaw = new Flaw(lastDay, Math.min(number, lastNumber + 1), Flaw.Kind.HASH);
        } else {
            endDay();
        }
    }

    private void breakAt(LocalDate at, Flaw.Kind wrong) {
        flaw = new Flaw(at, number + 1, wrong);
    }

    private void endDay() {
        if (day != null) {
            var walked = new Verdict.Day(day, entriesOfDay, number, hash);
            days.add(walked);
            progress.accept(walked);
            entriesOfDay = 0;
        }
    }

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    /** Says more exactly what is wrong where a hash does not fit: another row belongs here. */
    void flawIsOfOrder() {
        if (flaw != null) {
            breakAt(flaw.day(), Flaw.Kind.ORDER);
        }
    }

    Verdict verdict() {
        return new Verdict(number, days.size(), hash, flaw);
    }
}
