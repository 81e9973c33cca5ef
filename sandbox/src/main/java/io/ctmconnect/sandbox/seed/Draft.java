package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.world.Account;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * What is decided about an activity before its row is written.
 *
 * @param dice for details; rows of the same draft draw the same
 */
record Draft(
        Profile profile,
        long id,
        Instant at,
        Direction direction,
        Outcome outcome,
        Person person,
        Line line,
        Agent agent,
        Timing timing,
        Random dice) {

    /** An activity that depends on nothing but the seed, its id and its time. */
    static Draft draw(Profile profile, long id, Instant at, long seed) {
        Random dice = Dice.of(seed, id);
        Direction direction = Direction.draw(dice);
        return of(profile, id, at, direction, Outcome.draw(direction, dice), dice);
    }

    static Draft of(Profile profile, long id, Instant at, Direction direction, Outcome outcome, Random dice) {
        int people = Person.countIn(profile.cities());
        Person person = Person.of(Math.min(dice.nextInt(people), dice.nextInt(people)), profile.cities());
        List<Line> lines = profile.lines();
        Line line = lines.get(Math.min(dice.nextInt(lines.size()), dice.nextInt(lines.size())));
        Agent agent = profile.agents().get(dice.nextInt(profile.agents().size()));
        Timing timing = Timing.draw(outcome, dice);
        return new Draft(profile, id, at, direction, outcome, person, line, agent, timing, dice);
    }

    Draft startingAt(Instant begin) {
        return new Draft(profile, id, begin, direction, outcome, person, line, agent, timing, dice);
    }

    /** The same, dialled on another line. */
    Draft on(Line other) {
        return new Draft(profile, id, at, direction, outcome, person, other, agent, timing, dice);
    }

    Account account() {
        return profile.account();
    }

    Origin origin() {
        return line.origin();
    }

    /** One chance in so many. */
    boolean oneIn(int many) {
        return dice.nextInt(many) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }
}
