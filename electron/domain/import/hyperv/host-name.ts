import { type HostId, idOf } from '../../../../shared/ids';
import { memberOf, type RecordView, scalarOf } from './record-view';

/** A host as files name it, without domain: `HV07.contoso.com` and `hv07` are one. */
export function shortHostName(name: string): string {
  const bare = name.trim().replace(/^\\\\/, '');
  return isAddress(bare) ? bare : (bare.split('.')[0] ?? bare);
}

function isAddress(name: string): boolean {
  return /^[\d.]+$/.test(name) || name.includes(':');
}

export function hostIdOf(name: string): HostId {
  return idOf<'host'>(shortHostName(name).toLowerCase());
}

/** Where a record of any command says on which host it was read; the first that is there counts. */
const IDENTITY = ['PSComputerName', 'ComputerName', 'SystemName', 'CSName', 'DNSHostName'];

/** The host that a record names, or `null`. */
export function hostNamedBy(record: RecordView): string | null {
  const names = IDENTITY.map((property) => record.get(property));
  names.push(memberOf(record.get('CimSystemProperties'), 'ServerName'));
  const { cmdlet } = record.place;
  if (cmdlet === 'Get-VMHost' || cmdlet === 'Win32_ComputerSystem') names.push(record.get('Name'));
  const real = names
    .map((value) => scalarOf(value))
    .filter((name) => typeof name === 'string' && isRealName(name)) as string[];
  // A host that was reached by its address still has a name of its own.
  const name = real.find((one) => !isAddress(one.trim())) ?? real[0];
  return name === undefined ? null : shortHostName(name);
}

/** The compatibility layer of PowerShell 7 calls every host `localhost`. */
function isRealName(name: string): boolean {
  return !/^(?:|\.|localhost|127\.0\.0\.1|::1)$/i.test(name.trim());
}
