package org.gridcase.grid;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the areas in memory follow the imports of other nodes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class GridConfiguration {}
