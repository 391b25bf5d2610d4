package org.gridcase.past;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.catalogue.Limit;
import org.gridcase.clock.Kind;
import org.gridcase.grid.UnitLevel;
import org.gridcase.identity.Role;
import org.gridcase.policy.ClassificationInput;
import org.gridcase.policy.FilingInput;
import org.gridcase.policy.MinorInput;
import org.gridcase.policy.RoutingInput;
import org.jspecify.annotations.Nullable;

/** Tells one case from its report to its end, as the process and the people would have brought it there. */
final class Teller {
    private static final String SYSTEM = "system";
    private static final String RESIDENT = "resident";
    private static final String[] SIDE_STREET = {"背街小巷，按第二款立案", "程度较轻，按第二款立案"};

    private final World world;
    private final Tale tale;
    private final Dice dice;
    private final CaseClass what;
    private final Commonness.Day common;
    private final double pressure;
    private final Instant end;
    private Instant now;

    Teller(World world, Tale tale, CaseClass what, Commonness.Day common, double pressure, Instant end) {
        this.world = world;
        this.tale = tale;
        this.dice = tale.dice;
        this.what = what;
        this.common = common;
        this.pressure = pressure;
        this.end = end;
        this.now = tale.reportedAt;
    }

    /** @param other the case that it turns out to be about, if any */
    void tell(@Nullable Tale other) {
        tale.description = Phrases.description(dice, tale.spot, what);
        int photos = tale.channel == Channel.HOTLINE || dice.chance(0.08) ? 0 : 1 + dice.below(3);
        boolean given = dice.chance(tale.channel.given());
        tale.serviceCode = given ? what.serviceCode() : null;
        tale.step(
                Move.REPORT,
                Stage.REPORTED,
                now,
                sender(),
                null,
                Json.of("channel", tale.channel.code(), "photos", photos, "serviceCode", tale.serviceCode));
        if (!classify(given) || assess(photos) && settleOnSpot()) {
            return;
        }
        do {
            proposeFiling();
            if (!decideFiling(other)) {
                return;
            }
            handle();
            close();
        } while (reopen());
        feedback();
    }

    private String sender() {
        return switch (tale.channel) {
            case WORKER -> world.crew().worker(tale.spot.at());
            case RESIDENT -> RESIDENT;
            default -> tale.channel.code();
        };
    }

    /** @return whether it goes on */
    private boolean classify(boolean given) {
        soon();
        var decided = world.precedents().classify(proposal(given));
        tale.decided(decided, now);
        String found = decided.decided().serviceCode();
        if (found != null) {
            tale.serviceCode = found;
            tale.catalogueVersion = (long) world.catalogueVersion();
            tale.step(Move.CLASSIFY, tale.stage, now, "assistant", decided.row(), Json.of("serviceCode", found));
            return true;
        }
        String clerk = clerk();
        pass(4.5);
        if (dice.chance(0.05)) {
            return annul(clerk);
        }
        String reason = "人工判定";
        tale.override(clerk, Json.of("serviceCode", what.serviceCode()), reason, now);
        tale.serviceCode = what.serviceCode();
        tale.catalogueVersion = (long) world.catalogueVersion();
        tale.step(Move.CLASSIFY, tale.stage, now, clerk, reason, Json.of("serviceCode", what.serviceCode()));
        return true;
    }

    private ClassificationInput proposal(boolean given) {
        String channel = tale.channel.code();
        String district = tale.spot.at().district();
        if (given) {
            return new ClassificationInput(what.serviceCode(), 1, 1, channel, district, true);
        }
        boolean right = dice.chance(0.91);
        // to a few steps only, so that few inputs have to be decided
        double first = right ? 0.80 + 0.03 * dice.below(7) : 0.45 + 0.1 * dice.below(4);
        double second = right ? 0.05 : 0.3;
        CaseClass other = common.similar(dice, what);
        String top = (right ? what : other).serviceCode();
        tale.proposals.add(new Tale.Proposed(top, first));
        tale.proposals.add(new Tale.Proposed((right ? other : what).serviceCode(), second));
        return new ClassificationInput(top, first, rounded(first - second), channel, district, false);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** @return whether it is minor */
    private boolean assess(int photos) {
        soon();
        var decided = world.precedents().assessMinor(new MinorInput(code(), tale.channel.code(), photos));
        tale.decided(decided, now);
        boolean minor = decided.decided().minor();
        tale.minor = minor;
        if (minor) {
            tale.checkMinor = decided.decided().checkedByPerson();
        }
        tale.step(
                minor ? Move.TAKE_ON_SPOT : Move.ASK_FILING,
                minor ? Stage.ON_SPOT : Stage.FILING,
                now,
                SYSTEM,
                null,
                Json.of("rule", decided.row()));
        return minor;
    }

    /** @return whether it ended there */
    private boolean settleOnSpot() {
        String worker = world.crew().worker(tale.spot.at());
        if (dice.chance(0.025)) {
            pass(12);
            tale.minor = false;
            tale.step(Move.NOT_MINOR, Stage.FILING, now, worker, "现场无法处置，需要专业单位", Json.EMPTY);
            return false;
        }
        boolean check = Boolean.TRUE.equals(tale.checkMinor);
        double middle = 38 * Math.exp(0.7 * pressure + (isNight() ? 0.5 : 0));
        do {
            passAbout(middle, 0.75);
            Move done = check ? Move.ASK_MINOR_CHECK : Move.SETTLE;
            tale.step(
                    done,
                    check ? Stage.MINOR_CHECK : Stage.CLOSING,
                    now,
                    worker,
                    null,
                    Json.of("photos", 1 + dice.below(2)));
        } while (check && failed(Role.GRID_LEADER, tale.spot.at().street(), Stage.ON_SPOT, 0.03));
        close();
        feedback();
        return true;
    }

    /** @return whether what was done has to be done again */
    private boolean failed(Role who, String where, Stage back, double often) {
        passAbout(isNight() ? 17 : 11, 0.5);
        String checker = world.crew().holder(who, where);
        if (dice.chance(often)) {
            tale.reworks++;
            tale.step(Move.FAIL, back, now, checker, Phrases.failed(dice), Json.EMPTY);
            return true;
        }
        tale.step(Move.PASS, Stage.CLOSING, now, checker, null, Json.EMPTY);
        return false;
    }

    private void proposeFiling() {
        soon();
        var decided = world.precedents()
                .file(new FilingInput(
                        code(), tale.spot.at().district(), tale.spot.placeKind(), code().startsWith("L01")));
        tale.decided(decided, now);
        tale.proposedRow = decided.decided().filingRow();
        tale.proposedFactor = decided.decided().limitFactor();
        tale.step(
                Move.PROPOSE_FILING,
                Stage.FILING,
                now,
                SYSTEM,
                null,
                Json.of("row", tale.proposedRow, "rule", decided.row()));
    }

    /** @return whether it was filed */
    private boolean decideFiling(@Nullable Tale other) {
        String clerk = clerk();
        pass(5.5);
        if (other != null && tale.reopened == 0 && now.isBefore(lastOpen(other))) {
            return join(other, clerk);
        }
        if (tale.reopened == 0 && dice.chance(0.022)) {
            return annul(clerk);
        }
        if (dice.chance(0.09)) {
            tale.step(Move.CONFIRM, Stage.CONFIRMING, now, clerk, "请到现场核实", Json.EMPTY);
            passAbout(16, 0.5);
            String worker = world.crew().worker(tale.spot.at());
            if (tale.reopened == 0 && dice.chance(0.10)) {
                return annul(worker);
            }
            tale.step(Move.CONFIRMED_REAL, Stage.FILING, now, worker, null, Json.EMPTY);
            pass(4);
        }
        file(clerk);
        return true;
    }

    private static Instant lastOpen(Tale other) {
        return Objects.requireNonNull(other.closedAt).minusSeconds(60);
    }

    private boolean annul(String by) {
        tale.closedAt = now;
        tale.step(Move.ANNUL, Stage.ANNULLED, now, by, Phrases.notReal(dice), Json.EMPTY);
        return false;
    }

    private boolean join(Tale other, String clerk) {
        tale.joinedTo = other;
        tale.closedAt = now;
        String reason = "与" + other.number + "为同一问题";
        tale.step(Move.JOIN, Stage.JOINED, now, clerk, reason, Json.of("other", other.number));
        other.noteBetween(Move.ADD, now, clerk, reason, Json.of("joined", tale.number));
        return false;
    }

    private void file(String clerk) {
        var rows = world.standard().of(code());
        FilingRow row = world.standard().row(String.valueOf(tale.proposedRow)).orElse(rows.get(0));
        String reason = null;
        if (rows.size() > 1 && dice.chance(0.2)) {
            row = rows.get(1);
            reason = dice.of(SIDE_STREET);
            tale.override(clerk, Json.of("filingRow", row.code()), reason, now);
        }
        tale.filingRow = row;
        tale.filingVersion = world.catalogueVersion();
        tale.limit = tale.limitUnder(row);
        tale.filedAt = now;
        tale.unit = null;
        tale.step(Move.FILE, Stage.DISPATCHING, now, clerk, reason, Json.of("row", row.code()));
    }

    private void handle() {
        dispatch(null);
        Duration whole = tale.times.budget(Kind.HANDLING);
        double share = share();
        if (dice.chance(0.026)) {
            String before = unit();
            workUntil(whole, Math.min(0.5, 0.3 * share));
            tale.returns++;
            tale.step(Move.SEND_BACK, Stage.DISPATCHING, now, handler(), Phrases.back(dice), Json.EMPTY);
            dispatch(
                    dice.chance(0.4)
                            ? before
                            : world.crew().otherThan(before, tale.spot.at().district(), dice));
            whole = tale.times.budget(Kind.HANDLING);
            share = share();
        }
        stand(whole, share);
        prolong(whole, share);
        workUntil(whole, share);
        handled();
        for (int again = 0;
                failed(Role.CHECKER, tale.spot.at().district(), Stage.HANDLING, again < 3 ? 0.055 : 0);
                again++) {
            share += dice.between(0.04, 0.4);
            workUntil(whole, share);
            handled();
        }
    }

    private double share() {
        double share = world.pace().share(unit(), code(), limit(), local(), pressure, dice);
        return Math.max(0.01, Math.min(4, share));
    }

    private void handled() {
        tale.step(Move.HANDLE, Stage.CHECKING, now, handler(), null, Json.of("photos", 1 + dice.below(2)));
    }

    /** @param to where a person sends it, whatever policy proposes */
    private void dispatch(@Nullable String to) {
        soon();
        FilingRow row = Objects.requireNonNull(tale.filingRow);
        var at = tale.spot.at();
        var decided = world.precedents()
                .route(new RoutingInput(
                        code(), code().substring(0, 3), row.unit().code(), at.street(), at.district(), tale.returns));
        tale.decided(decided, now);
        String proposed = world.crew()
                .unit(
                        decided.decided().unitKind(),
                        UnitLevel.valueOf(decided.decided().level().name()),
                        at);
        String fallback = proposed != null ? proposed : world.crew().otherThan("", at.district(), dice);
        tale.proposedUnit = fallback;
        tale.step(
                Move.PROPOSE_UNIT,
                Stage.DISPATCHING,
                now,
                SYSTEM,
                null,
                Json.of("unit", fallback, "rule", decided.row()));
        String dispatcher = world.crew().holder(Role.DISPATCHER, at.district());
        pass(4);
        String chosen =
                to != null ? to : dice.chance(0.03) ? world.crew().otherThan(fallback, at.district(), dice) : fallback;
        String reason = null;
        if (!chosen.equals(fallback)) {
            reason = "按实际权属派遣";
            tale.override(dispatcher, Json.of("unit", chosen), reason, now);
        }
        tale.unit = chosen;
        tale.step(Move.DISPATCH, Stage.HANDLING, now, dispatcher, reason, Json.of("unit", chosen));
    }

    /** The clock stands because something else has to happen first. */
    private void stand(Duration whole, double share) {
        if (dice.chance(0.006) && share > 0.05) {
            workUntil(whole, share * 0.5);
            String by = world.crew().holder(Role.SUPERVISOR, tale.spot.at().district());
            String why = Phrases.stands(dice);
            tale.times.suspend(now, by, why);
            tale.note(Move.SUSPEND, now, by, why, Json.EMPTY);
            now = now.plus(Tale.minutes(dice.between(1, 18) * 24 * 60));
            tale.keep(tale.times.resume(now, SYSTEM, why));
            tale.note(Move.RESUME, now, SYSTEM, null, Json.EMPTY);
        }
    }

    /** More time is asked for while there is some left. */
    private void prolong(Duration whole, double share) {
        if (share > 0.8 && dice.chance(0.16)) {
            Instant near = tale.times.reaches(Kind.HANDLING, of(whole, 0.74));
            if (near.isAfter(now)) {
                now = near;
                String by = world.crew().holder(Role.SUPERVISOR, tale.spot.at().district());
                String why = Phrases.later(dice);
                tale.keep(tale.times.extend(of(whole, 0.5), now, by, why));
                tale.note(Move.EXTEND, now, by, why, Json.EMPTY);
            }
        }
    }

    private void workUntil(Duration whole, double share) {
        Instant then = tale.times.reaches(Kind.HANDLING, of(whole, share));
        Instant soonest = now.plusMillis(30_000L + dice.below(60_000));
        now = then.isAfter(soonest) ? then : soonest;
    }

    private static Duration of(Duration whole, double share) {
        return Duration.ofMillis((long) (whole.toMillis() * share));
    }

    private void close() {
        soon();
        tale.closedAt = now;
        tale.step(Move.CLOSE, Stage.CLOSED, now, SYSTEM, null, Json.EMPTY);
    }

    private boolean reopen() {
        Instant then = now.plus(Tale.minutes(dice.between(3 * 60, 6 * 24 * 60)));
        if (tale.reopened > 0 || !tale.channel.leavesContact() || !dice.chance(0.012) || !then.isBefore(end)) {
            return false;
        }
        now = then;
        tale.reopened++;
        tale.closedAt = null;
        tale.step(Move.REOPEN, Stage.FILING, now, RESIDENT, "问题没有解决，又出现了", Json.of("release", tale.release));
        return true;
    }

    private void feedback() {
        Instant rated = now.plus(Tale.minutes(dice.around(600, 1.1)));
        if (tale.channel.leavesContact() && dice.chance(0.45) && rated.isBefore(end)) {
            boolean good = dice.chance(tale.late || tale.reworks > 0 ? 0.86 : 0.968);
            int stars = good ? dice.chance(0.7) ? 5 : 4 : 1 + dice.below(3);
            tale.satisfaction = stars;
            now = rated;
            tale.step(Move.RATE, Stage.CLOSED, now, RESIDENT, null, Json.of("stars", stars));
        }
        if (tale.late && dice.chance(0.05)) {
            Instant asked = now.plus(Tale.minutes(dice.between(1, 6) * 24 * 60));
            if (asked.isBefore(end)) {
                now = asked;
                String by = world.crew().holder(Role.SUPERVISOR, tale.spot.at().district());
                tale.times.exempt(now, by, "管线权属移交期间，超时属客观原因");
                tale.note(Move.APPEAL, now, by, "管线权属移交期间，超时属客观原因", Json.EMPTY);
            }
        }
    }

    /** What a machine does takes seconds. */
    private void soon() {
        now = now.plusMillis(400L + dice.below(2_600));
    }

    /** A person at a desk takes minutes, longer at night and when there is much to do. */
    private void pass(double minutes) {
        passAbout(minutes * (isNight() ? 1.6 : 1) * Math.exp(0.5 * pressure), 0.55);
    }

    private void passAbout(double minutes, double spread) {
        now = now.plus(Tale.minutes(Math.max(0.4, dice.around(minutes, spread))));
    }

    private boolean isNight() {
        return Pace.isNight(local());
    }

    private LocalDateTime local() {
        return LocalDateTime.ofInstant(now, world.zone());
    }

    private String clerk() {
        return world.crew().holder(Role.FILING_CLERK, tale.spot.at().district());
    }

    private String handler() {
        return world.crew().holder(Role.HANDLER, unit());
    }

    private String code() {
        return Objects.requireNonNull(tale.serviceCode);
    }

    private String unit() {
        return Objects.requireNonNull(tale.unit);
    }

    private Limit limit() {
        return Objects.requireNonNull(tale.limit);
    }
}
