-- What must outlive a restart, in a schema of its own: the articles are the source of all in the other one, but nothing
-- is the source of this. Kinds, streams and contents are bytes, as they were given. The id is made by who adds the entry,
-- so that one is not added twice where a connection is lost in between. First: added as the first of its stream.
CREATE SCHEMA IF NOT EXISTS briefingbot_journal;
CREATE TABLE IF NOT EXISTS briefingbot_journal.entry (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  journal text NOT NULL,
  kind bytea NOT NULL,
  stream bytea NOT NULL,
  is_first boolean NOT NULL,
  at timestamptz NOT NULL,
  content bytea NOT NULL
);
CREATE INDEX IF NOT EXISTS entry_kind ON briefingbot_journal.entry (journal, kind, number);
CREATE INDEX IF NOT EXISTS entry_stream ON briefingbot_journal.entry (journal, stream, number DESC);
CREATE UNIQUE INDEX IF NOT EXISTS entry_first ON briefingbot_journal.entry (journal, stream) WHERE is_first;
