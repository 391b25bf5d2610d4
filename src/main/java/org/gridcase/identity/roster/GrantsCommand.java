package org.gridcase.identity.roster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gridcase.shared.Refusal;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --gridcase.command=grants give|take <account> <role@scope> --reason=…}, {@code list <account>} or
 * {@code file <grants.csv> --reason=…}, with {@code --dry-run} to change nothing; ends the program: with 0 if all was
 * done, 1 if something was refused, 2 if it was not understood.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "gridcase.command", havingValue = "grants")
class GrantsCommand implements ApplicationRunner {
    private static final String USAGE = """
            grants give <account> <role@scope> --reason=<why> [--dry-run]
            grants take <account> <role@scope> --reason=<why> [--dry-run]
            grants file <grants.csv> --reason=<why> [--dry-run]     lines of: give|take,<account>,<role@scope>
            grants list <account>
            """;

    private final Granting granting;
    private final StaffList staff;
    private final MessageSource messages;
    private final ApplicationContext context;

    GrantsCommand(Granting granting, StaffList staff, MessageSource messages, ApplicationContext context) {
        this.granting = granting;
        this.staff = staff;
        this.messages = messages;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        CommandLine.end(context, run(arguments, System.out));
    }

    int run(ApplicationArguments arguments, PrintStream out) throws IOException {
        List<String> words = arguments.getNonOptionArgs();
        String reason = arguments.containsOption("reason") ? String.join(" ", arguments.getOptionValues("reason")) : "";
        boolean dry = arguments.containsOption("dry-run");
        return switch (String.join(" ", words.subList(0, Math.min(1, words.size()))) + " " + words.size()) {
            case "give 3", "take 3" ->
                new GrantLines(granting, this::say, out)
                        .apply(List.of(GrantLine.of(1, words.get(0), words.get(1), words.get(2), reason)), dry);
            case "file 2" ->
                new GrantLines(granting, this::say, out).apply(GrantLine.read(Path.of(words.get(1)), reason), dry);
            case "list 2" -> list(words.get(1), out);
            default -> {
                out.print(USAGE);
                yield 2;
            }
        };
    }

    private int list(String account, PrintStream out) {
        if (staff.person(account, Reach.EVERYWHERE).isEmpty()) {
            out.println(say(GrantRefused.unknownAccount(account)));
            return 1;
        }
        staff.grants(account, Reach.EVERYWHERE)
                .forEach(held -> out.printf("%s@%s %s%n", held.role(), held.scope(), held.scopeName()));
        return 0;
    }

    private String say(Refusal refused) {
        return messages.getMessage(refused.key(), refused.arguments().toArray(), Locale.getDefault());
    }
}
