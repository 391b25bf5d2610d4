package org.gridcase.policy;

/** Which version of the catalogue is in force, for the record of a decision. */
interface CatalogueVersion {

    long now();
}
