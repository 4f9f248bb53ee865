-- What the whole index is: the build that made it, an id of its own, its generation, that of its segments, the next free numbers.
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- A hash of null: not all of the file's articles are stored yet. Modified in ticks; 0 where the time says nothing.
CREATE TABLE file (
  number INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  hash TEXT,
  problems TEXT NOT NULL
);

-- Text and parts are bytes; digest is the SHA-256 of what can be quoted or cited.
CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  file INTEGER NOT NULL,
  id TEXT NOT NULL,
  hash TEXT NOT NULL,
  published INTEGER,
  title TEXT NOT NULL,
  outlet TEXT,
  author TEXT,
  url TEXT,
  language TEXT,
  collection TEXT,
  parts BLOB NOT NULL,
  digest BLOB NOT NULL,
  text BLOB NOT NULL
);
CREATE INDEX article_file ON article (file);
CREATE INDEX article_id ON article (id);

-- Articles that are no longer in the corpus; their rows stay until the next update, for those who are reading.
CREATE TABLE gone (number INTEGER PRIMARY KEY);

-- Articles indexed together. Layout: their numbers, dates, facets, passages and lengths.
CREATE TABLE segment (number INTEGER PRIMARY KEY, layout BLOB NOT NULL);

-- The postings of neighbouring terms, in order of the terms' bytes; first is the first of them.
CREATE TABLE posting (segment INTEGER NOT NULL, first BLOB NOT NULL, data BLOB NOT NULL);
CREATE UNIQUE INDEX posting_first ON posting (segment, first);
