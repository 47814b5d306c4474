-- Equality beside ranges in one exclusion constraint or temporal key.
CREATE EXTENSION btree_gist;
-- Search by parts of words when Elasticsearch is away.
CREATE EXTENSION pg_trgm;
