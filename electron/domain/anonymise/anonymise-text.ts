/** One text of a file: kept, or replaced by what stands for it. */
import { unrecognisedReasons } from '../capability/iov-reasons';
import { treatmentOf } from './kept-properties';
import type { NameKind, Pseudonyms } from './pseudonyms';

const GUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;
const MAC = /^(?:[\da-f]{12}|[\da-f]{2}(?:([-:])[\da-f]{2})(?:\1[\da-f]{2}){4})$/i;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?$/;
const IPV6 = /^[\da-f]*:[\da-f:]*:[\da-f:.]*(?:%\w+)?(?:\/\d{1,3})?$/i;
const SID = /^S-1-\d+(?:-\d+)+$/;
const PNP =
  /^(PCI\\VEN_[\da-f]{4}&DEV_[\da-f]{4}(?:&SUBSYS_[\da-f]{8})?(?:&REV_[\da-f]{2})?)(?:\\(.+))?$/i;
const MOMENT =
  /^(?:\/Date\(-?\d+(?:[+-]\d+)?\)\/|\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)$/;
const DURATION = /^(?:\d+\.)?\d{1,2}:\d\d:\d\d(?:\.\d+)?$/;
const SHORT_NUMBER = /^-?\d{1,4}(?:\.\d{1,4})?$/;
const VERSION = /^\d{1,5}\.\d{1,5}(?:\.\d{1,6})?$/;
const TYPE_NAME = /^(?:Microsoft|System)\.[\w.]+(?:\[\])?$/;
const PATH = /^(?:[a-z]:[\\/]|\\\\|\/[^/])/i;
const RESOURCE = /^(Virtual Machine(?: Configuration)?) (.+)$/;
/** Words that belong to nobody. */
const PLAIN = new Set(
  'true false yes no on off none null unknown default auto any all enabled disabled primordial ok up down running hyperv hyper-v virtual machine'.split(
    ' ',
  ),
);

export function anonymiseText(
  text: string,
  property: string,
  among: ReadonlySet<string>,
  names: Pseudonyms,
): string {
  const treatment = treatmentOf(property, among);
  if (treatment === 'keep') return kept(text, names);
  if (treatment === 'message') return sentence(text, names);
  return replaced(text, property, names);
}

/** A text that may stay, but for identifiers that got into it. */
export function kept(text: string, names: Pseudonyms): string {
  return text.replace(GUID, (guid) => names.guid(guid));
}

/** Whatever the text is, in the form it has. */
export function replaced(text: string, property: string, names: Pseudonyms): string {
  const word = text.trim();
  if (word === '' || PLAIN.has(word.toLowerCase()) || isHarmless(word)) return text;
  if (MAC.test(word)) return names.mac(word);
  if (IPV4.test(word) || (IPV6.test(word) && /\d/.test(word))) return names.ip(word);
  if (SID.test(word)) return names.opaque(word, 'S-1-5-21-0-0-0');
  const pnp = PNP.exec(word);
  if (pnp !== null) {
    const [, model = '', instance] = pnp;
    return instance === undefined ? model : `${model}\\${names.opaque(instance, 'instance')}`;
  }
  if (/^HKLM:\\(?:SOFTWARE\\Microsoft|SYSTEM|HARDWARE)\\/i.test(word)) return kept(word, names);
  if (PATH.test(word)) return pathText(word, names);
  const resource = RESOURCE.exec(word);
  if (resource !== null) return `${resource[1]} ${nameText(resource[2] ?? '', 'vm', names)}`;
  if (word.search(GUID) !== -1) return withGuids(word, property, names);
  if (/^[^\\]+\\[^\\]+$/.test(word)) {
    return word
      .split('\\')
      .map((part) => nameText(part, 'name', names))
      .join('\\');
  }
  return nameText(word, kindOf(property), names);
}

function isHarmless(word: string): boolean {
  return [MOMENT, DURATION, SHORT_NUMBER, VERSION, TYPE_NAME].some((form) => form.test(word));
}

/** A name; of a full one (`hv07.corp.example`) host and domain each for themselves. */
function nameText(word: string, kind: NameKind, names: Pseudonyms): string {
  if (!names.isName(word) && /^[\w-]+(?:\.[\w-]+)+$/.test(word)) {
    const [first = '', ...domain] = word.split('.');
    if (kind === 'domain') return names.name(word, kind);
    return `${names.name(first, kind)}.${names.name(domain.join('.'), 'domain')}`;
  }
  return names.name(word, kind);
}

/** Folders that Windows makes. */
const OF_WINDOWS =
  /^(?:ClusterStorage|Volume\d+|[?.]|Users|Public|Documents|ProgramData|Program Files|Microsoft|Windows|System32|Hyper-V|Virtual (?:Hard Disks|Machines)|Snapshots)$/i;

/** A folder called like a VM stays called like it. */
function folderText(stem: string, names: Pseudonyms): string {
  return names.isName(stem) ? names.name(stem) : names.opaque(stem, 'folder');
}

/** Drive, share and cluster volume stay what they are; every folder and file gets a name. */
function pathText(path: string, names: Pseudonyms): string {
  return path
    .split(/([\\/]+)/)
    .map((part, at) => {
      if (at % 2 === 1 || part === '' || /^[a-z]:$/i.test(part)) return part;
      if (OF_WINDOWS.test(part)) return part;
      const [, stem = '', ending = ''] =
        /^(.*?)(\.(?:vhdx?|avhdx?|vhds|iso|vmcx|vmgs|vmrs|xml))?$/i.exec(part) ?? [];
      const name =
        stem.search(GUID) === -1 ? folderText(stem, names) : withGuids(stem, 'path', names);
      return name + ending;
    })
    .join('');
}

function withGuids(word: string, property: string, names: Pseudonyms): string {
  let rest = '';
  let from = 0;
  for (const found of word.matchAll(GUID)) {
    rest += between(word.slice(from, found.index), property, names) + names.guid(found[0]);
    from = found.index + found[0].length;
  }
  return rest + between(word.slice(from), property, names);
}

function between(part: string, property: string, names: Pseudonyms): string {
  const [, before = '', core = '', after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(part) ?? [];
  return core === '' ? part : before + replaced(core, property, names) + after;
}

/** A sentence: what Windows always says stays; in others names, addresses and quoted words go. */
export function sentence(text: string, names: Pseudonyms): string {
  if (unrecognisedReasons([text]).length === 0) return text;
  return names.inText(
    text
      .replace(GUID, (guid) => names.guid(guid))
      .replace(/(?<![\da-f])(?:[\da-f]{2}[-:]){5}[\da-f]{2}(?![\da-f])/gi, (mac) => names.mac(mac))
      .replace(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g, (ip) => names.ip(ip))
      .replace(/(?:[a-z]:\\|\\\\)[^\s'"“”]+/gi, (path) => pathText(path, names))
      .replace(
        /(['"“‘])([^'"“”‘’\n]{1,120})(['"”’])/g,
        (_, open: string, word: string, close: string) =>
          open + replaced(word, 'quoted', names) + close,
      ),
  );
}

function kindOf(property: string): NameKind {
  const name = property.toLowerCase();
  if (/domain|suffix/.test(name)) return 'domain';
  if (/cluster/.test(name)) return 'cluster';
  if (/^vms?$|vmname|friendlyname|ownergroup/.test(name)) return 'vm';
  if (/switch/.test(name)) return 'switch';
  if (/computer|host|node|owner|^csname|psc/.test(name)) return 'host';
  if (/vnic/.test(name)) return 'vnic';
  if (/adapter|nic|member|interface/.test(name)) return 'adapter';
  return 'name';
}
