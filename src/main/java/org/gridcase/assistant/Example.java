package org.gridcase.assistant;

/** A phrase as the learner sees it: the number of its class, and its place among all texts. */
record Example(int type, float[] vector) {}
