-- The filing standard is part of a release: cases are filed under the version that theirs names.
alter table policy_release add column catalogue_version integer references catalogue_version (version);
update policy_release set catalogue_version = (select max(version) from catalogue_version);
alter table policy_release alter column catalogue_version set not null;
