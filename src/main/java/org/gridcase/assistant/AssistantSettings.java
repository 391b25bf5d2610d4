package org.gridcase.assistant;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * What a city may change about the assistant.
 *
 * @param phrases the examples it learns from: service code, tab, text
 * @param concurrency how many reports the text model reads at once, each on its caller's thread
 * @param patience how long a caller waits for the model to be ready and free
 */
@Validated
@ConfigurationProperties("gridcase.assistant")
record AssistantSettings(
        @DefaultValue("classpath:assistant/phrases.tsv") Resource phrases,
        @DefaultValue("2") @Min(1) int concurrency,
        @DefaultValue("5s") Duration patience) {}
