import { AboutDialog } from '../features/about/AboutDialog';
import { SnapshotDialog } from '../features/changes/SnapshotDialog';
import { CollectorDialog } from '../features/collector/CollectorDialog';
import { RenameDialog } from '../features/frame/RenameDialog';
import { KeysDialog } from '../features/keys/KeysDialog';
import { Palette } from '../features/palette/Palette';
import { ReportDialog } from '../features/report/ReportDialog';
import { RuleDialog } from '../features/rule/RuleDialog';
import { useStore } from './state/store';
import { useApp } from './state/use-app';

/** The dialog that is open, if any; there is one at a time. */
export function Dialogs() {
  const { state, actions } = useApp();
  const dialog = useStore(state.dialog);
  const rule = useStore(state.rule);
  const { plan } = useStore(state.plan.store);
  const close = () => state.dialog.set(null);
  switch (dialog) {
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'collector':
      return <CollectorDialog onClose={close} />;
    case 'report':
      return plan === null ? null : <ReportDialog onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
    case 'rename':
      return plan === null ? null : (
        <RenameDialog
          name={plan.name}
          onRename={(name) => void actions.rename(name)}
          onClose={close}
        />
      );
    case 'snapshot':
      return plan === null ? null : (
        <SnapshotDialog
          title="Keep a snapshot"
          confirm="Keep it"
          onName={(name) => void actions.makeSnapshot(name)}
          onClose={close}
        />
      );
    case 'rule':
      return rule === null ? null : <RuleDialog rule={rule} onClose={close} />;
    case 'shortcuts':
      return <KeysDialog onClose={close} />;
    case null:
      return null;
  }
}
