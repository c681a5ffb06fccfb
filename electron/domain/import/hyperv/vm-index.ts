/** Which records speak of which VM, by VM id, and by name where a record has no id. */
import type { HostId, VmId } from '../../../../shared/ids';
import { idOf } from '../../../../shared/ids';
import { guidIn, truthOf } from './decoders';
import { memberOf, type RecordView, scalarOf, unwrap } from './record-view';
import type { Snapshot } from './snapshot';

/** Commands whose records belong to a VM. */
const PER_VM = [
  'Get-VM',
  'Get-VMProcessor',
  'Get-VMMemory',
  'Get-VMNetworkAdapter',
  'Get-VMNetworkAdapterAcl',
  'Get-VMNetworkAdapterExtendedAcl',
  'Get-VMNetworkAdapterVlan',
  'Get-VMNetworkAdapterIsolation',
  'Get-VMAssignableDevice',
  'Get-VMGpuPartitionAdapter',
  'Get-VMFibreChannelHba',
  'Get-VMDvdDrive',
  'Get-VMHardDiskDrive',
  'Get-VMSecurity',
  'Get-VMFirmware',
  'PortolanGuestKvp',
];

/** Records between two steps at most. */
const RECORDS_PER_STEP = 500;

/** The records of one VM, by command. */
export class VmRecords {
  readonly id: VmId;
  readonly name: string;
  readonly #byCmdlet = new Map<string, RecordView[]>();

  constructor(id: VmId, name: string) {
    this.id = id;
    this.name = name;
  }

  add(record: RecordView): void {
    const { cmdlet } = record.place;
    const list = this.#byCmdlet.get(cmdlet);
    if (list) list.push(record);
    else this.#byCmdlet.set(cmdlet, [record]);
  }

  all(cmdlet: string): readonly RecordView[] {
    return this.#byCmdlet.get(cmdlet) ?? [];
  }

  /** The last one: of two files the later counts. */
  first(cmdlet: string): RecordView | null {
    return this.#byCmdlet.get(cmdlet)?.at(-1) ?? null;
  }
}

/** Steps often, so that the caller can stop in between. */
export function* indexVms(snapshot: Snapshot): Generator<void, readonly VmRecords[]> {
  const byId = new Map<string, VmRecords>();
  const idOfName = new Map<string, string>();
  for (const cmdlet of PER_VM) {
    for (const [position, record] of snapshot.records(cmdlet).entries()) {
      if (position % RECORDS_PER_STEP === RECORDS_PER_STEP - 1) yield;
      if (truthOf(record.get('IsManagementOs')) === true) continue;
      const name = vmNameOf(record);
      const guid = vmGuidOf(record);
      const key = guid ?? (name === null ? null : (idOfName.get(name.toLowerCase()) ?? null));
      const id = key ?? (name === null ? null : vmIdOfName(snapshot.hostId, name));
      if (id === null) continue;
      let vm = byId.get(id);
      if (vm === undefined) {
        vm = new VmRecords(idOf<'vm'>(id), name ?? id);
        byId.set(id, vm);
        if (name !== null && !idOfName.has(name.toLowerCase()))
          idOfName.set(name.toLowerCase(), id);
      }
      vm.add(record);
    }
  }
  return [...byId.values()];
}

export function vmIdOfName(hostId: HostId, name: string): VmId {
  return idOf<'vm'>(`${hostId}/vm/${name}`);
}

function vmNameOf(record: RecordView): string | null {
  const own = record.place.cmdlet === 'Get-VM' ? record.text('Name') : null;
  return own ?? record.text('VMName') ?? parentOf(record).vmName;
}

function vmGuidOf(record: RecordView): string | null {
  const own = record.place.cmdlet === 'Get-VM' ? record.text('Id') : null;
  for (const text of [record.text('VMId'), own, parentOf(record).vmId]) {
    const guid = text === null ? undefined : guidIn(text);
    if (guid !== undefined && !/^[0-]+$/.test(guid)) return guid;
  }
  return null;
}

export interface ParentAdapter {
  readonly vmId: string | null;
  readonly vmName: string | null;
  readonly adapterName: string | null;
  readonly adapterId: string | null;
}

/**
 * The adapter that an ACL, VLAN or isolation setting belongs to: as the collector wrote it down,
 * from the embedded adapter, or from the text it was cut to,
 * `VMNetworkAdapter (Name = 'nic', VMName = 'app01') [VMId = '6d1f...']`.
 */
export function parentOf(record: RecordView): ParentAdapter {
  const parent = unwrap(record.get('ParentAdapter'));
  const text = typeof parent === 'string' ? parent : '';
  const member = (name: string): string | null => {
    const value = scalarOf(memberOf(parent, name));
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    vmId: record.text('VMId') ?? member('VMId') ?? /\[VMId = '([^']+)'\]/.exec(text)?.[1] ?? null,
    vmName:
      record.text('VMName') ?? member('VMName') ?? /VMName = '(.*?)'\)/.exec(text)?.[1] ?? null,
    adapterName:
      record.text('AdapterName') ??
      member('Name') ??
      /\(Name = '(.*?)', VMName/.exec(text)?.[1] ??
      null,
    adapterId: record.text('AdapterId') ?? member('Id') ?? null,
  };
}
