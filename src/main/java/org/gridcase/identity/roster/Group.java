package org.gridcase.identity.roster;

/** A group in Keycloak: a grant, if its name is one. */
record Group(String id, String name) {}
