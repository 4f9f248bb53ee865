-- Ids may be longer than what an index takes.
CREATE INDEX article_id ON briefingbot.article (corpus, md5(id));
CREATE INDEX article_listed ON briefingbot.article (corpus, published DESC NULLS LAST, (left(id, 250)) COLLATE "C") WHERE file IS NOT NULL;
