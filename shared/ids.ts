/** Identifiers, each with a brand of its own so that a host id is never passed for a VM id. */
declare const identifies: unique symbol;
export type Id<Noun extends string> = string & { readonly [identifies]: Noun };

export type HostId = Id<'host'>;
export type AdapterId = Id<'adapter'>;
export type SwitchId = Id<'switch'>;
export type VmId = Id<'vm'>;
export type VnicId = Id<'vnic'>;
export type ClusterId = Id<'cluster'>;

/** Takes a text that was checked to name a `Noun`; the one cast for identifiers. */
export function idOf<Noun extends string>(text: string): Id<Noun> {
  return text as Id<Noun>;
}
