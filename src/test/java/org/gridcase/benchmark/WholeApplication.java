package org.gridcase.benchmark;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gridcase.GridCase;
import org.gridcase.casework.Cases;
import org.gridcase.identity.Actors;
import org.gridcase.intake.Receipt;
import org.gridcase.intake.Report;
import org.gridcase.intake.Reports;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Uploader;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** GridCase whole, with everything a case leaves behind: decisions, timeline, photos. */
class WholeApplication implements AutoCloseable {
    static final String TEXT = "东风路口路面塌了一个坑，深约半米，车辆和行人都很危险";
    static final String COLLAPSE = "L01001";
    private static final Uploader RESIDENT = Uploader.holding("benchmark");

    private final ConfigurableApplicationContext context;
    private final Reports reports;
    private final Cases cases;
    private final TaskInbox inbox;
    private final Actors actors;
    private final Arrivals arrivals;
    private final JdbcTemplate jdbc;
    private final Queue<PhotoId> before = new ConcurrentLinkedQueue<>();
    private final Queue<PhotoId> after = new ConcurrentLinkedQueue<>();

    /** On its own embedded database in that folder. */
    WholeApplication(Path folder, String... settings) {
        this(null, folder, settings);
    }

    WholeApplication(@Nullable String url, Path folder, String... settings) {
        var arguments = new ArrayList<>(
                List.of("--gridcase.data-dir=" + folder, "--spring.main.banner-mode=off", "--logging.level.root=warn"));
        arguments.addAll(List.of(settings));
        if (url != null) {
            arguments.add("--spring.datasource.url=" + url);
        }
        if (arguments.stream().noneMatch(setting -> setting.startsWith("--server.port="))) {
            arguments.add("--server.port=0");
        }
        context = new SpringApplicationBuilder(GridCase.class, Listening.class).run(arguments.toArray(String[]::new));
        reports = context.getBean(Reports.class);
        cases = context.getBean(Cases.class);
        inbox = context.getBean(TaskInbox.class);
        actors = context.getBean(Actors.class);
        arrivals = context.getBean(Arrivals.class);
        jdbc = context.getBean(JdbcTemplate.class);
    }

    DataSource database() {
        return context.getBean(DataSource.class);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Nanoseconds that sign-ins have waited for Keycloak. */
    double waitedForKeycloak() {
        return part(MeterRegistry.class).timer("gridcase.keycloak").totalTime(TimeUnit.NANOSECONDS);
    }

    /** Stores one photo and makes as many rows of it as the cases will take: uploading is not what is measured. */
    void prepare(int cases) {
        PhotoId stored = part(Flow.class).photo("benchmark");
        before.addAll(copies(stored, RESIDENT, cases));
        after.addAll(copies(stored, Uploader.account("handler"), cases));
    }

    private List<PhotoId> copies(PhotoId photo, Uploader uploader, int number) {
        return jdbc.query("""
                insert into photo (id, sha256, channel, uploader, stored_at)
                select uuidv7(), sha256, channel, ?, stored_at from photo, generate_series(1, ?) where id = ?
                returning id""", (row, n) -> PhotoId.of(row.getString(1)), uploader.value(), number, photo.value());
    }

    Receipt report(@Nullable String serviceCode) {
        return reports.submit(
                new Report(
                        "resident",
                        "resident",
                        RESIDENT,
                        TEXT,
                        Flow.SOMEWHERE,
                        null,
                        serviceCode,
                        List.of(before.remove()),
                        Report.Contact.NONE),
                null);
    }

    void walk(@Nullable String serviceCode) throws InterruptedException {
        CaseId id = report(serviceCode).caseId();
        String key = id.toString();
        for (var next = arrivals.next(key); next != Arrivals.Arrival.CLOSED; next = arrivals.next(key)) {
            complete(id, next);
        }
    }

    /** As its pages do it: look up who is asking, read the case, complete. */
    private void complete(CaseId id, Arrivals.Arrival task) {
        inbox.complete(actors.of(account(task.task())), task.id(), answer(id, task.task()));
    }

    private static String account(String task) {
        return switch (task) {
            case "fileCase" -> "filing";
            case "dispatchCase" -> "dispatch";
            case "handleCase" -> "handler";
            case "checkOnSite" -> "checker";
            default -> throw new IllegalStateException("strayed to " + task);
        };
    }

    private Map<String, Object> answer(CaseId id, String task) {
        return switch (task) {
            case "fileCase" ->
                Flow.fields("outcome", "filed", "row", cases.facts(id).proposedRow());
            case "dispatchCase" ->
                Flow.fields("outcome", "dispatched", "unit", cases.facts(id).proposedUnit());
            case "handleCase" ->
                Flow.fields("outcome", "handled", "after", after.remove().toString());
            default -> Flow.fields("outcome", "passed");
        };
    }

    /** How it runs as a contender: the reporter names the class, or leaves it to the text model. */
    Contender walking(String name, @Nullable String serviceCode) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public DataSource database() {
                return WholeApplication.this.database();
            }

            @Override
            public void prepare(int cases) {
                WholeApplication.this.prepare(cases);
            }

            @Override
            public void walk() throws InterruptedException {
                WholeApplication.this.walk(serviceCode);
            }

            @Override
            public void close() {
                WholeApplication.this.close();
            }
        };
    }

    @Override
    public void close() {
        context.close();
    }

    /** No stereotype on it, so that no test finds it. */
    static class Listening {

        @Bean
        Arrivals caseArrivals() {
            return new Arrivals();
        }
    }
}
