package org.gridcase.identity.leave;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets leaves begin and end on their days, on whichever node comes first; what fails is tried again. */
@Component
class LeaveSweep {
    private static final Logger LOG = LoggerFactory.getLogger(LeaveSweep.class);

    private final Absences absences;

    LeaveSweep(Absences absences) {
        this.absences = absences;
    }

    @Scheduled(fixedDelayString = "${gridcase.leave.sweep:15s}")
    void sweep() {
        absences.due().forEach(this::takeEffect);
    }

    private void takeEffect(UUID id) {
        try {
            absences.takeEffect(id);
        } catch (RuntimeException failure) {
            LOG.warn("leave {} did not take effect, to be tried again", id, failure);
        }
    }
}
