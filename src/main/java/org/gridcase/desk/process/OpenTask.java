package org.gridcase.desk.process;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case waits for.
 *
 * @param key the task's key in the model
 * @param groups {@code role@scope} that may do it
 */
public record OpenTask(String id, String key, @Nullable String assignee, List<String> groups, Instant since) {}
