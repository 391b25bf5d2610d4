package org.gridcase.casework;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** The rows of what a case is now; how they move is {@link CaseMoves}' business. */
interface CaseRows extends CrudRepository<Case, UUID> {}
