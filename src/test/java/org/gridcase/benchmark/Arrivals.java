package org.gridcase.benchmark;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells callers, as soon as it is committed, that a case has a task for them or is closed: nobody polls. */
class Arrivals extends AbstractProcessEnginePlugin {
    /** Longer than any case should take on a busy machine. */
    private static final int PATIENCE_SECONDS = 60;

    /** A task that has come into being, or, without an id, the case's end. */
    record Arrival(String task, String id) {
        static final Arrival CLOSED = new Arrival("closed", "");
    }

    private final Map<String, BlockingQueue<Arrival>> waiting = new ConcurrentHashMap<>();

    Arrival next(String businessKey) throws InterruptedException {
        Arrival arrival = queue(businessKey).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (arrival == null) {
            throw new IllegalStateException("nothing happens to " + businessKey);
        }
        if (arrival.equals(Arrival.CLOSED)) {
            waiting.remove(businessKey);
        }
        return arrival;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var behavior = (UserTaskActivityBehavior) activity.getActivityBehavior();
                behavior.getTaskDefinition().addTaskListener(TaskListener.EVENTNAME_CREATE, task -> created(task));
            }

            @Override
            public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
                activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                        it -> afterCommit(it.getProcessBusinessKey(), Arrival.CLOSED));
            }
        });
    }

    private void created(DelegateTask task) {
        afterCommit(
                task.getExecution().getProcessBusinessKey(), new Arrival(task.getTaskDefinitionKey(), task.getId()));
    }

    private void afterCommit(String businessKey, Arrival arrival) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                queue(businessKey).add(arrival);
            }
        });
    }

    private BlockingQueue<Arrival> queue(String businessKey) {
        return waiting.computeIfAbsent(businessKey, any -> new LinkedBlockingQueue<>());
    }
}
