-- What passages are filtered by, beside their day: to look it up in the article of each takes longer than the search. What is
-- stored already is built anew by this version.
ALTER TABLE briefingbot.passage ADD COLUMN outlet_key text, ADD COLUMN language_key text, ADD COLUMN collection_key text;
