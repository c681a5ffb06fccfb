import type { Fact } from '../../../../shared/fact';
import type { PartialFacts } from '../../../../shared/model/field';
import type { switchFields } from '../../../../shared/model/hyperv/switch-fields';
import type { ProblemLog } from '../problems';
import { enumOf, guidIn } from './decoders';
import { derived, sameName } from './derived';
import { extensionType } from './enums';
import { readProperty } from './mapping';
import { type RecordView, scalarOf } from './record-view';
import type { Snapshot } from './snapshot';

type Facts = PartialFacts<typeof switchFields>;

/** Enabled extensions of a switch, and the port features that they and Windows offer. */
export function extensionFacts(
  name: string,
  record: RecordView,
  snapshot: Snapshot,
  log: ProblemLog,
): Facts {
  const isWhole = snapshot.isComplete('Get-VMSwitchExtension');
  const own = snapshot
    .records('Get-VMSwitchExtension')
    .filter((one) => isNamedBySwitch(one, name, record.text('Id')));
  const enabled = own.filter(
    (one) => String(scalarOf(one.get('Enabled'))).toLowerCase() === 'true',
  );
  const types = enabled.map((one) =>
    readProperty(one, 'ExtensionType', enumOf(extensionType), log),
  );
  const forwarding = enabled.filter((_, index) => {
    const type = types[index];
    return type?.state === 'known' && type.value === 'forwarding';
  });
  const areTypesKnown = types.every((one) => one?.state === 'known');
  return {
    ...(isWhole
      ? { enabledExtensions: derived(enabled.map(nameOf), 'listed by Get-VMSwitchExtension') }
      : {}),
    ...(isWhole && areTypesKnown
      ? {
          forwardingExtensions: derived(
            forwarding.map(nameOf),
            'the enabled extensions of type Forwarding in Get-VMSwitchExtension',
          ),
        }
      : {}),
    ...(snapshot.isComplete('Get-VMSystemSwitchExtensionPortFeature')
      ? { portFeatures: portFeaturesOf(own, enabled, isWhole, snapshot) }
      : {}),
  };
}

/** The features of the system, without those of extensions that are off on this switch. */
function portFeaturesOf(
  own: readonly RecordView[],
  enabled: readonly RecordView[],
  isWhole: boolean,
  snapshot: Snapshot,
): Fact<readonly string[]> {
  const off = new Set(
    own.filter((one) => !enabled.includes(one)).map((one) => (one.text('Id') ?? '').toLowerCase()),
  );
  const features = snapshot
    .records('Get-VMSystemSwitchExtensionPortFeature')
    .filter((one) => !isWhole || !off.has((one.text('ExtensionId') ?? 'none').toLowerCase()));
  return derived(
    [...new Set(features.map(nameOf))],
    'listed by Get-VMSystemSwitchExtensionPortFeature, for the extensions that are on',
  );
}

function nameOf(record: RecordView): string {
  return record.text('Name') ?? record.text('Id') ?? '';
}

function isNamedBySwitch(record: RecordView, name: string, id: string | null): boolean {
  const switchId = record.text('SwitchId');
  return switchId !== null && id !== null
    ? guidIn(switchId) === guidIn(id)
    : sameName(record.text('SwitchName') ?? '', name);
}
