/**
 * Reasons set aside, kept states, disagreements of sources, and the user's own catalogue rows; and
 * the ways from a record to what is in it.
 */
export const wholeModel = {
  number: 20,
  sql: `
    -- A reason that somebody set aside, with why. Without a record it holds for the whole plan.
    CREATE TABLE waiver (
      id          TEXT PRIMARY KEY, -- rule, record kind and record, joined by line feeds
      rule_id     TEXT NOT NULL,
      record_kind TEXT,
      record_id   TEXT,
      note        TEXT NOT NULL,
      set_at      TEXT NOT NULL     -- ISO 8601, UTC
    ) STRICT;

    -- The estate, the edits and the settings of one moment.
    CREATE TABLE snapshot (
      id           TEXT PRIMARY KEY,
      name         TEXT NOT NULL,
      made_at      TEXT NOT NULL,   -- ISO 8601, UTC
      is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
      host_count   INTEGER NOT NULL,
      vm_count     INTEGER NOT NULL
    ) STRICT;

    -- Apart from its name, because renaming must not write the body into the journal.
    CREATE TABLE snapshot_body (
      id   TEXT PRIMARY KEY,        -- of the snapshot
      body TEXT NOT NULL            -- base64 of deflated JSON
    ) STRICT;

    CREATE TABLE import_conflict (
      id       TEXT PRIMARY KEY,    -- kind, record and field, joined by line feeds
      position INTEGER NOT NULL,
      conflict TEXT NOT NULL        -- JSON
    ) STRICT;

    -- Rows that the user added to a catalogue table; the shipped ones are never touched.
    CREATE TABLE catalogue_row (
      id         TEXT PRIMARY KEY,  -- table and key of the row, joined by a line feed
      table_name TEXT NOT NULL,
      row        TEXT NOT NULL      -- JSON
    ) STRICT;

    -- One host or VM is read again after an edit, not all of them.
    CREATE INDEX adapter_of_host ON adapter (host_id);
    CREATE INDEX switch_of_host ON virtual_switch (host_id);
    CREATE INDEX vnic_of_vm ON vnic (vm_id);
  `,
} as const;
