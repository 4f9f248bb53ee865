-- What one folder of articles is: many nodes may hold it, at different paths, under one name. Replaced: the name under
-- which it was built anew; its rows stay until the next update, for those who are reading.
CREATE TABLE briefingbot.corpus (
  number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text UNIQUE,
  replaced text,
  -- The build whose passages and terms are stored.
  core text NOT NULL,
  -- Goes up with every commit of an update; a writer that does not find the one it knows has been overtaken.
  generation bigint NOT NULL DEFAULT 0,
  next_article bigint NOT NULL DEFAULT 1,
  next_file bigint NOT NULL DEFAULT 1,
  articles int NOT NULL DEFAULT 0,
  passages int NOT NULL DEFAULT 0,
  title_terms bigint NOT NULL DEFAULT 0,
  passage_terms bigint NOT NULL DEFAULT 0,
  first_day date,
  last_day date
);

-- A hash of null: not all of the file's articles are stored yet. Modified in ticks; 0 where the time says nothing.
CREATE TABLE briefingbot.file (
  corpus int NOT NULL,
  number bigint NOT NULL,
  path text NOT NULL,
  size bigint NOT NULL,
  modified bigint NOT NULL,
  hash text,
  problems text NOT NULL,
  PRIMARY KEY (corpus, number)
);
CREATE UNIQUE INDEX file_path ON briefingbot.file (corpus, md5(path));

-- A file of null: no longer in the corpus; the row stays until the next update, for those who are reading. Digest is the
-- SHA-256 of what can be quoted or cited. Parts are starts, ends and kinds by turns. The keys are names as filters compare
-- them.
CREATE TABLE briefingbot.article (
  corpus int NOT NULL,
  number bigint NOT NULL,
  file bigint,
  id text NOT NULL,
  hash text NOT NULL,
  published date,
  title text NOT NULL,
  outlet text,
  author text,
  url text,
  language text,
  collection text,
  outlet_key text,
  language_key text,
  collection_key text,
  parts int[] NOT NULL,
  digest bytea NOT NULL,
  body text NOT NULL,
  passages int NOT NULL,
  title_terms int NOT NULL,
  passage_terms int NOT NULL,
  PRIMARY KEY (corpus, number)
);
CREATE INDEX article_file ON briefingbot.article (corpus, file);
CREATE INDEX article_published ON briefingbot.article (corpus, published) WHERE file IS NOT NULL;

-- LZ4 takes a fraction of the time of the default; not every build of the server has it.
DO $$ BEGIN
  ALTER TABLE briefingbot.article ALTER COLUMN body SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END $$;

-- The title of an article is its slot 0, its passages follow. Starts and ends are UTF-16 units of the body; terms and
-- article_terms say how many the slot and the whole article have. Lexemes are the terms of BriefingBot's own analysis of the
-- article's language, at their places in the slot. Each corpus has a partition, and so an index, of its own.
CREATE TABLE briefingbot.passage (
  corpus int NOT NULL,
  article bigint NOT NULL,
  slot int NOT NULL,
  span_start int NOT NULL,
  span_end int NOT NULL,
  terms int NOT NULL,
  article_terms int NOT NULL,
  published date,
  lexemes tsvector NOT NULL,
  PRIMARY KEY (corpus, article, slot)
) PARTITION BY LIST (corpus);
CREATE INDEX ON briefingbot.passage USING gin (lexemes);

-- In how many passages and in how many titles each term stands.
CREATE TABLE briefingbot.term (
  corpus int NOT NULL,
  lexeme text COLLATE "C" NOT NULL,
  passages int NOT NULL,
  titles int NOT NULL,
  PRIMARY KEY (corpus, lexeme)
) WITH (fillfactor = 70);
