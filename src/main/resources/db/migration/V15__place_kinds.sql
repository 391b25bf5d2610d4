-- What a dedicated grid is (campus, hospital, market …): limits may depend on it.
alter table area add column kind text check (kind is null or level = 'DEDICATED');
