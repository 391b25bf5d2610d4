-- By which working time was counted when it was decided; none of what was decided before records named it.
alter table decision_record add column calendar_version integer;
