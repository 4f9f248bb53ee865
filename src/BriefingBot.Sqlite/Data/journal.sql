-- What must outlive a restart, in the order it was added. Streams, kinds and texts are bytes, as they were given; at is in
-- ticks, UTC; mark is the start of the SHA-256 of the others.
CREATE TABLE entry (
  number INTEGER PRIMARY KEY,
  kind BLOB NOT NULL,
  stream BLOB NOT NULL,
  at INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  text BLOB NOT NULL
);
CREATE INDEX entry_stream ON entry (stream, number, at);
CREATE INDEX entry_kind ON entry (kind, number);
