package org.gridcase.workflow;

import java.util.List;
import java.util.Map;

/**
 * What a DMN table answered.
 *
 * @param rules ids of the rules that fired, in table order
 * @param rows one map of outputs per fired rule
 */
public record DecisionResult(List<String> rules, List<Map<String, Object>> rows) {}
