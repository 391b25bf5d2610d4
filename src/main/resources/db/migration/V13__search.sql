-- Any part of a word finds it: also what is not Chinese is looked up by pairs of neighbouring characters.
update case_origin o set words = (
  select array_agg(distinct pair) from (
    select word as pair from unnest(o.words) word where length(word) <= 2
    union
    select substr(word, at, 2) from unnest(o.words) word, generate_series(1, length(word) - 1) at
  ) pairs)
where exists (select 1 from unnest(o.words) word where length(word) > 2);

-- For those who see grids or units only.
create index case_origin_grid on case_origin (grid, reported_at desc);
create index city_case_unit on city_case (unit) where unit is not null;
