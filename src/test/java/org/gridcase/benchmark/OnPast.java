package org.gridcase.benchmark;

import java.util.function.Consumer;
import org.gridcase.GridCase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application on a data folder with a written past, as {@code -Dbench.data} names it. */
final class OnPast {
    private OnPast() {}

    static void with(Consumer<ConfigurableApplicationContext> work) {
        String folder = System.getProperty("bench.data");
        if (folder == null) {
            System.out.println("no past: say -Dbench.data=FOLDER");
            return;
        }
        try (var context = new SpringApplicationBuilder(GridCase.class)
                .run(
                        "--gridcase.data-dir=" + folder,
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn")) {
            work.accept(context);
        }
    }
}
