/** What the rules about pools share: whether it is known that there is no VF to have anyway. */
import { knownAs } from '../known-as';
import type { ReadFacts } from '../rule';

export const noVfHereReads = {
  iovEnabled: 'switch.iovEnabled',
  platform: 'host.iovSupport',
  support: 'switch.iovSupport',
  capable: 'place.canGiveVfs',
} as const;

/** A `false` says nothing: VFs may be used up, or one of these facts not known. */
export function isKnownWithoutVfs({
  iovEnabled,
  platform,
  support,
  capable,
}: ReadFacts<typeof noVfHereReads>): boolean {
  return (
    knownAs(iovEnabled, false) ||
    knownAs(platform, false) ||
    knownAs(support, false) ||
    knownAs(capable, false)
  );
}
