package org.gridcase.policy;

import org.gridcase.policy.form.FormSchema;
import org.springframework.stereotype.Component;

/** The forms of human tasks, as each release has them, and those of the program itself. */
@Component
public class PublishedForms {
    private record Place(int release, String task) {}

    private final Releases releases;
    private final Recent<Place, FormSchema> schemas = new Recent<>(256);

    PublishedForms(Releases releases) {
        this.releases = releases;
    }

    /**
     * @param release a policy release; 0 for the one in force
     * @throws NotInRelease if that release has no form for the task
     */
    public FormSchema schema(int release, String task) {
        return ProgramForms.find(task).orElseGet(() -> published(release, task));
    }

    private FormSchema published(int release, String task) {
        int number = release == 0 ? releases.inForce().number() : release;
        return schemas.get(new Place(number, task), any -> FormSchema.read(releases.form(number, task)));
    }
}
