-- When it was said, in a token, what a person is called and may do; empty where no token has said anything.
alter table staff add column vouched_at timestamptz;
