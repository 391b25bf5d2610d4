package org.gridcase.casework;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** The rows of what a case is now. */
interface CaseRows extends ListCrudRepository<Case, UUID> {}
