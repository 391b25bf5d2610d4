package org.gridcase.casework;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

/** The rows of what a case is now. */
interface CaseRows extends ListCrudRepository<Case, UUID> {

    /** Whoever moves a case waits for whoever is moving it, so that a follower's words never meet a job's step. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Case> findForMovingById(UUID id);
}
