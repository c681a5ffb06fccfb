import { NameDialog } from '../../components/NameDialog';

const LONGEST_NAME = 120;

export function RenameDialog({
  name,
  onRename,
  onClose,
}: {
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
}) {
  return (
    <NameDialog
      title="Rename the plan"
      label="Name of the plan"
      confirm="Rename"
      name={name}
      longest={LONGEST_NAME}
      onName={onRename}
      onClose={onClose}
    />
  );
}
