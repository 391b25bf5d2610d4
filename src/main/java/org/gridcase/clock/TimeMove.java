package org.gridcase.clock;

import java.util.stream.Stream;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;

/** What a unit may ask for about its time; somebody else decides, in a process of its own. */
public enum TimeMove {
    /** 延期: more time. */
    EXTENSION("extension", "approveExtension", Move.EXTEND, Stage.HANDLING),
    /** 挂账: the clock stands for some days. */
    SUSPENSION("suspension", "approveSuspension", Move.SUSPEND, Stage.HANDLING),
    /** 申诉: lateness is excused, after closing. */
    APPEAL("appeal", "reviewAppeal", Move.APPEAL, Stage.CLOSED);

    private final String process;
    private final String task;
    private final Move line;
    private final Stage stage;

    TimeMove(String process, String task, Move line, Stage stage) {
        this.process = process;
        this.task = task;
        this.line = line;
        this.stage = stage;
    }

    /** The key of its process, and the folder of its model and table. */
    public String process() {
        return process;
    }

    /** The key of the task in which it is decided. */
    public String task() {
        return task;
    }

    /** As what the timeline knows it. */
    public Move line() {
        return line;
    }

    /** In which it is asked for and decided; once the case has left it, what is open is void. */
    public Stage stage() {
        return stage;
    }

    /** @throws IllegalArgumentException if nothing of the kind is decided in that task */
    public static TimeMove decidedIn(String task) {
        return Stream.of(values())
                .filter(move -> move.task.equals(task))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(task));
    }
}
