/** Bodies of snapshots apart from their names, and the ways from a record to what is in it. */
export const snapshotBodies = {
  number: 30,
  sql: `
    -- Renaming a snapshot must not write its body into the journal.
    CREATE TABLE snapshot_body (
      id   TEXT PRIMARY KEY,        -- of the snapshot
      body TEXT NOT NULL            -- base64 of deflated JSON
    ) STRICT;
    INSERT INTO snapshot_body (id, body) SELECT id, body FROM snapshot;
    ALTER TABLE snapshot DROP COLUMN body;

    -- One host or VM is read again after an edit, not all of them.
    CREATE INDEX adapter_of_host ON adapter (host_id);
    CREATE INDEX switch_of_host ON virtual_switch (host_id);
    CREATE INDEX vnic_of_vm ON vnic (vm_id);
  `,
} as const;
