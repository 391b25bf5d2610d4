package org.gridcase.identity.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Makes our staff the engine's users, and its authorizations count. */
@Component
class StaffPlugin extends AbstractProcessEnginePlugin {
    private final Directory directory;

    StaffPlugin(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setEnablePasswordPolicy(true);
        engine.setAuthorizationEnabledForCustomCode(false);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new StaffIdentityProvider(directory);
            }
        });
    }
}
