-- Articles, their revisions and the history of each collection.
--
-- Keys lead with the collection, so that a collection can be moved, listed or dropped by itself. Text compares
-- bytewise (COLLATE "C"), whatever the database's collation is. Times are microseconds since the Unix epoch, UTC.
-- Plain SQL: no extension, no trigger, no advisory lock.

-- One row per collection. Whoever writes to a collection first locks its row, until the commit: so sequence numbers
-- become visible in their order, and what a writer read about its articles still holds when it writes.
CREATE TABLE collections (
  collection TEXT COLLATE "C" PRIMARY KEY CHECK (collection <> ''),
  last_sequence BIGINT NOT NULL
);

-- Immutable but for update_time, which is when the revision last became current. PostgreSQL itself keeps large values
-- apart from the row, so listing heads does not read `body` and `raw`.
CREATE TABLE revisions (
  collection TEXT COLLATE "C" NOT NULL,
  article TEXT COLLATE "C" NOT NULL,
  revision TEXT COLLATE "C" NOT NULL CHECK (revision <> ''),
  update_time BIGINT NOT NULL,
  language TEXT COLLATE "C" NOT NULL,
  base_language TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  publish_time BIGINT,
  label_names TEXT[] NOT NULL,
  label_values TEXT[] NOT NULL,
  head BYTEA NOT NULL,
  body BYTEA NOT NULL,
  raw BYTEA NOT NULL,
  PRIMARY KEY (collection, article, revision)
);

-- One row per article: which revision is current, and the attributes of that revision that lists filter by.
CREATE TABLE articles (
  collection TEXT COLLATE "C" NOT NULL,
  article TEXT COLLATE "C" NOT NULL CHECK (article <> ''),
  revision TEXT COLLATE "C" NOT NULL,
  create_time BIGINT NOT NULL,
  language TEXT COLLATE "C" NOT NULL,
  base_language TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  publish_time BIGINT,
  PRIMARY KEY (collection, article),
  FOREIGN KEY (collection, article, revision) REFERENCES revisions (collection, article, revision)
);

CREATE INDEX articles_by_language ON articles (collection, base_language, article);
CREATE INDEX articles_by_source ON articles (collection, source, article);
CREATE INDEX articles_by_publish_time ON articles (collection, publish_time, article);

-- Labels of current revisions, to be found by.
CREATE TABLE labels (
  collection TEXT COLLATE "C" NOT NULL,
  article TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (collection, article, name)
);

CREATE INDEX labels_by_value ON labels (collection, name, value, article);

-- The latest change of each article.
CREATE TABLE changes (
  collection TEXT COLLATE "C" NOT NULL,
  sequence BIGINT NOT NULL,
  article TEXT COLLATE "C" NOT NULL,
  revision TEXT COLLATE "C",  -- NULL: deleted (tombstone).
  PRIMARY KEY (collection, sequence),
  UNIQUE (collection, article)
);
