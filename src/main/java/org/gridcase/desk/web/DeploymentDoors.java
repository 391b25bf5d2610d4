package org.gridcase.desk.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.MultipartConfigElement;
import org.gridcase.policy.DraftUploads;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Stands in the place of the engine's own door for deployments. */
@Configuration
class DeploymentDoors {
    /** So much of a file is held in memory. */
    private static final int IN_MEMORY = 1 << 20;

    @Bean
    ServletRegistrationBean<DeploymentDoor> deploymentDoor(
            DraftUploads uploads,
            DeploymentAnswers answers,
            MessageSource messages,
            LocaleResolver locales,
            ObjectMapper json) {
        var door = new ServletRegistrationBean<>(
                new DeploymentDoor(uploads, answers, messages, locales, json), false, DeploymentDoor.PATH);
        door.setMultipartConfig(
                new MultipartConfigElement("", DeploymentDoor.LARGEST, DeploymentDoor.LARGEST, IN_MEMORY));
        return door;
    }
}
