package org.gridcase.testing;

import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.identity.Actors;
import org.gridcase.intake.Receipt;
import org.gridcase.intake.Report;
import org.gridcase.intake.Reports;
import org.gridcase.photo.Capture;
import org.gridcase.photo.Origin;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Photos;
import org.gridcase.photo.Uploader;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks cases through the real domain and engine in tests. */
@Component
public class Flow {
    /** Inside district 410102 of the demo city. */
    public static final GeoPoint SOMEWHERE = new GeoPoint(113.60, 34.75);

    private final Reports reports;
    private final Cases cases;
    private final TaskInbox inbox;
    private final Actors actors;
    private final Photos photos;
    private final RuntimeService runtime;
    private final ManagementService management;

    Flow(
            Reports reports,
            Cases cases,
            TaskInbox inbox,
            Actors actors,
            Photos photos,
            RuntimeService runtime,
            ManagementService management) {
        this.reports = reports;
        this.cases = cases;
        this.inbox = inbox;
        this.actors = actors;
        this.photos = photos;
        this.runtime = runtime;
        this.management = management;
    }

    /** A resident's report; without a class the assistant decides. */
    public Receipt report(String text, @Nullable String serviceCode, PhotoId... photos) {
        return report(SOMEWHERE, text, serviceCode, photos);
    }

    public Receipt report(GeoPoint place, String text, @Nullable String serviceCode, PhotoId... photos) {
        return reports.submit(
                new Report(
                        "resident",
                        "resident",
                        Uploader.holding("test"),
                        text,
                        place,
                        null,
                        serviceCode,
                        List.of(photos),
                        Report.Contact.NONE),
                null);
    }

    /** Runs jobs until none of this case is due but timers. */
    public Flow run(CaseId id) {
        for (List<Job> due = due(id); !due.isEmpty(); due = due(id)) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
        return this;
    }

    private List<Job> due(CaseId id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().stream()
                .flatMap(
                        instance -> management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .messages()
                                .withRetriesLeft()
                                .list()
                                .stream())
                .toList();
    }

    public InboxTask task(String account, CaseId id) {
        return inbox.find(actors.of(account), id).orElseThrow();
    }

    public void claim(String account, String taskId) {
        inbox.claim(actors.of(account), taskId);
    }

    /** Where the job executor runs: waits until the case has come to a task of this account. */
    public InboxTask awaitTask(String account, CaseId id) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> inbox.find(actors.of(account), id), Optional::isPresent)
                .orElseThrow();
    }

    /** Completes this task and leaves what follows to the job executor. */
    public void completeNow(String account, String taskId, String... fields) {
        inbox.complete(actors.of(account), taskId, fields(fields));
    }

    /** Lets the case's timers go off now. */
    public Flow timeRunsOut(CaseId id) {
        return timeRunsOut(id, "case-handling");
    }

    /** The same of the timers of one of its processes. */
    public Flow timeRunsOut(CaseId id, String process) {
        management
                .createJobQuery()
                .processInstanceId(instance(id, process).getId())
                .timers()
                .list()
                .forEach(timer -> management.executeJob(timer.getId()));
        return run(id);
    }

    public boolean hasTask(String account, CaseId id) {
        return inbox.find(actors.of(account), id).isPresent();
    }

    /** Completes the account's task of that kind on the case and runs what follows. */
    public Flow completeThe(String key, String account, CaseId id, String... fields) {
        var actor = actors.of(account);
        var open = inbox.of(actor, id).stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow();
        inbox.complete(actor, open.id(), fields(fields));
        return run(id);
    }

    /** Completes the account's task on the case and runs what follows. */
    public Flow complete(String account, CaseId id, String... fields) {
        inbox.complete(actors.of(account), task(account, id).id(), fields(fields));
        return run(id);
    }

    public static Map<String, Object> fields(String... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return values;
    }

    /** A small photo uploaded by that account. */
    public PhotoId photo(String account) {
        return photos.store(
                        new ByteArrayInputStream(jpeg()),
                        new Origin("worker", Uploader.account(account), new Capture(null, null)))
                .id();
    }

    /** A photo uploaded by whoever {@link #report} reports for. */
    public PhotoId residentsPhoto(byte[] jpeg) {
        return photos.store(
                        new ByteArrayInputStream(jpeg),
                        new Origin("resident", Uploader.holding("test"), new Capture(null, null)))
                .id();
    }

    /** A small JPEG unlike those before. */
    public static byte[] jpeg() {
        var image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, new Color(ThreadLocalRandom.current().nextInt()).getRGB());
        return jpeg(image);
    }

    public static byte[] jpeg(BufferedImage image) {
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    public CaseFacts facts(CaseId id) {
        return cases.facts(id);
    }

    /** The running instance of the case's process. */
    public ProcessInstance instance(CaseId id) {
        return instance(id, "case-handling");
    }

    /** The running instance of that process of the case. */
    public ProcessInstance instance(CaseId id, String process) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .processDefinitionKey(process)
                .singleResult();
    }
}
