import { SNAPSHOT_NAME_LENGTH } from '../../../shared/model/snapshot';
import { NameDialog } from '../../components/NameDialog';

interface SnapshotDialogProps {
  readonly title: string;
  readonly confirm: string;
  /** Of a snapshot that there is already. */
  readonly name?: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a snapshot, new or old. */
export function SnapshotDialog(props: SnapshotDialogProps) {
  return (
    <NameDialog
      {...props}
      label="Name of the snapshot"
      longest={SNAPSHOT_NAME_LENGTH}
      placeholder="For example: before the firmware update"
      {...(props.name === undefined ? { explanation: WHAT_IT_KEEPS } : {})}
    />
  );
}

const WHAT_IT_KEEPS =
  'It keeps the estate with all edits, assumptions and reasons set aside, to compare with and to go back to.';
