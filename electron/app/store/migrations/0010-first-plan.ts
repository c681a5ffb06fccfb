/** The first form of a plan file. Never edited after a release; a change is a new migration. */
export const firstPlan = {
  number: 10,
  sql: `
    CREATE TABLE setting (
      key   TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE cluster (
      id       TEXT PRIMARY KEY,
      platform TEXT NOT NULL,
      name     TEXT NOT NULL,
      position INTEGER NOT NULL,
      facts    TEXT NOT NULL
    ) STRICT;

    CREATE TABLE host (
      id             TEXT PRIMARY KEY,
      platform       TEXT NOT NULL,
      name           TEXT NOT NULL,
      position       INTEGER NOT NULL,
      cluster_id     TEXT,
      switches_known INTEGER NOT NULL CHECK (switches_known IN (0, 1)),
      facts          TEXT NOT NULL
    ) STRICT;

    CREATE TABLE adapter (
      id       TEXT PRIMARY KEY,
      host_id  TEXT NOT NULL,
      name     TEXT NOT NULL,
      position INTEGER NOT NULL,
      facts    TEXT NOT NULL
    ) STRICT;

    CREATE TABLE virtual_switch (
      id       TEXT PRIMARY KEY,
      host_id  TEXT NOT NULL,
      name     TEXT NOT NULL,
      position INTEGER NOT NULL,
      facts    TEXT NOT NULL
    ) STRICT;

    CREATE TABLE vm (
      id          TEXT PRIMARY KEY,
      platform    TEXT NOT NULL,
      name        TEXT NOT NULL,
      position    INTEGER NOT NULL,
      host_id     TEXT,
      vnics_known INTEGER NOT NULL CHECK (vnics_known IN (0, 1)),
      facts       TEXT NOT NULL
    ) STRICT;

    CREATE TABLE vnic (
      id       TEXT PRIMARY KEY,
      vm_id    TEXT NOT NULL,
      name     TEXT NOT NULL,
      position INTEGER NOT NULL,
      facts    TEXT NOT NULL
    ) STRICT;

    -- Facts set by hand lie over the imported ones and never change them.
    CREATE TABLE fact_edit (
      id          TEXT PRIMARY KEY, -- kind, record and field, joined by line feeds
      record_kind TEXT NOT NULL,
      record_id   TEXT NOT NULL,
      field       TEXT NOT NULL,
      value       TEXT NOT NULL     -- JSON
    ) STRICT;

    CREATE TABLE imported_file (
      id           TEXT PRIMARY KEY,
      position     INTEGER NOT NULL,
      imported_at  TEXT NOT NULL,   -- ISO 8601, UTC
      sha256       TEXT NOT NULL,
      size_bytes   INTEGER NOT NULL,
      description  TEXT NOT NULL    -- JSON: name, format, host, cmdlets, record count
    ) STRICT;

    CREATE TABLE import_problem (
      id       TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      problem  TEXT NOT NULL        -- JSON
    ) STRICT;

    -- Every edit with what takes it back: the rows to put in their former state. While an edit is
    -- undone, "rows" holds what makes it again.
    CREATE TABLE journal (
      number      INTEGER PRIMARY KEY AUTOINCREMENT,
      edited_at   TEXT NOT NULL,    -- ISO 8601, UTC
      description TEXT NOT NULL,
      rows        TEXT NOT NULL,    -- JSON
      is_undone   INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
    ) STRICT;
  `,
} as const;
