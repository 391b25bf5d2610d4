package org.gridcase.identity.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks Keycloak of many people, a few at once. No query of its admin interface gives people with their groups; asking
 * for each person's groups costs no more than asking for each group's members, and says all of one person at a time.
 */
@Component
@WithRoster
class Attendance implements DisposableBean {
    private final KeycloakPeople people;
    private final ExecutorService asking;

    Attendance(KeycloakPeople people, RosterSettings settings) {
        this.people = people;
        this.asking = Executors.newFixedThreadPool(settings.connections(), task -> {
            var thread = new Thread(task, "roster-asking");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Those of them who are still there; what a shut account may do is not asked. */
    List<Attendee> of(Collection<Person> of) {
        return all(of, this::attendee).stream().flatMap(Optional::stream).toList();
    }

    /** Each answer in its question's place. */
    <Q, A> List<A> all(Collection<Q> questions, Function<Q, A> ask) {
        List<Future<A>> asked = questions.stream()
                .map(question -> asking.submit(() -> ask.apply(question)))
                .toList();
        try {
            List<A> answers = new ArrayList<>();
            for (Future<A> one : asked) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            asked.forEach(one -> one.cancel(true));
        }
    }

    Optional<Attendee> attendee(Person person) {
        Optional<Set<String>> groups = person.enabled() ? people.groups(person) : Optional.of(Set.of());
        return groups.map(names -> new Attendee(person, names));
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
