package org.gridcase.policy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the city's processes, rules and forms lie.
 *
 * @param folder that holds them; none for those in the jar
 * @param watch whether what is saved there is published at once, which is for authors on their own machine
 */
@ConfigurationProperties("gridcase.policy")
record PolicyFolder(
        @Nullable Path folder, @DefaultValue("false") boolean watch) {}
