-- Articles, their revisions and the history of each collection.
--
-- Keys lead with the collection, so that a collection can be moved, listed or dropped by itself. Text compares
-- bytewise (BINARY collation). Times are microseconds since the Unix epoch, UTC.

-- One row per article: which revision is current, and the attributes of that revision that lists filter by.
-- Small rows that are always read by key or in key order, hence WITHOUT ROWID.
CREATE TABLE articles (
  collection TEXT NOT NULL CHECK (collection <> ''),
  article TEXT NOT NULL CHECK (article <> ''),
  revision TEXT NOT NULL,
  create_time INTEGER NOT NULL,
  language TEXT NOT NULL,
  base_language TEXT NOT NULL,
  source TEXT NOT NULL,
  publish_time INTEGER,
  PRIMARY KEY (collection, article),
  FOREIGN KEY (collection, article, revision) REFERENCES revisions (collection, article, revision)
) STRICT, WITHOUT ROWID;

CREATE INDEX articles_by_language ON articles (collection, base_language, article);
CREATE INDEX articles_by_source ON articles (collection, source, article);
CREATE INDEX articles_by_publish_time ON articles (collection, publish_time, article);

-- Immutable but for update_time, which is when the revision last became current.
CREATE TABLE revisions (
  revision_key INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  article TEXT NOT NULL,
  revision TEXT NOT NULL CHECK (revision <> ''),
  update_time INTEGER NOT NULL,
  language TEXT NOT NULL,
  source TEXT NOT NULL,
  publish_time INTEGER,
  head BLOB NOT NULL,
  UNIQUE (collection, article, revision)
) STRICT;

-- The large parts, apart from `revisions` so that listing heads never reads their pages. `body` stands before
-- `raw`: reading it stops before the pages of `raw`.
CREATE TABLE contents (
  revision_key INTEGER PRIMARY KEY REFERENCES revisions (revision_key) ON DELETE CASCADE,
  body BLOB NOT NULL,
  raw BLOB NOT NULL
) STRICT;

CREATE TABLE labels (
  collection TEXT NOT NULL,
  article TEXT NOT NULL,
  revision TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (collection, article, revision, name),
  FOREIGN KEY (collection, article, revision) REFERENCES revisions (collection, article, revision)
    ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX labels_by_value ON labels (collection, name, value, article, revision);

-- The latest change of each article. Every change takes the collection's highest sequence number plus one and
-- replaces the article's earlier change; so the highest number never leaves the table and none is used twice.
-- Whoever drops tombstones must therefore keep the last row of each collection.
CREATE TABLE changes (
  collection TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  article TEXT NOT NULL,
  revision TEXT,  -- NULL: deleted (tombstone).
  PRIMARY KEY (collection, sequence),
  UNIQUE (collection, article)
) STRICT, WITHOUT ROWID;
