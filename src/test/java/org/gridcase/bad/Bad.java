package org.gridcase.bad;

import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/** What the architecture's rules must catch. */
public interface Bad {

    /** Speaks to the engine from a place that may not. */
    record TalksToTheEngine(TaskService tasks) {}

    /** Has something put into a field. */
    class InjectsFields {
        @Autowired
        Object something;
    }

    /** Is named after nothing. */
    class CaseManager {}

    /** Waits without knowing for what. */
    class Sleeps {
        void nap() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    /** Answers the web from outside of it. */
    @Controller
    class Page {}

    /** An id that can change. */
    class ThingId {}

    /** Calls wherever it is told to. */
    class CallsOutside {
        void call(java.net.URL address) throws java.io.IOException {
            address.openStream().close();
        }
    }

    /** State for everybody to change. */
    class SharesState {
        static int count;
    }

    /** A part of the program. */
    class Here {
        @Component
        static class Twin {}
    }

    /** Another, of the same name. */
    class There {
        @Component
        static class Twin {}
    }
}
