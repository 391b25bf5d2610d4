package org.gridcase.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.gridcase.workflow.ProcessContract;
import org.jspecify.annotations.Nullable;

/** A process belongs to the district where its case happened; called processes inherit it. */
class DistrictTenants implements TenantIdProvider {

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        Object district =
                context.getVariables() == null ? null : context.getVariables().get(ProcessContract.DISTRICT.name());
        // whoever starts a process in the Tasklist fills in its variables, but chooses no tenant
        if (district != null && !context.getProcessDefinition().isStartableInTasklist()) {
            return district.toString();
        }
        return context.getSuperExecution() instanceof ExecutionEntity above ? above.getTenantId() : null;
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() instanceof ExecutionEntity execution ? execution.getTenantId() : null;
    }
}
