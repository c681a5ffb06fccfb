import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migEditionDiffers = defineRule({
  id: 'mig-edition-differs',
  title: 'One host runs Azure Stack HCI and the other Windows Server',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: { here: 'source.osKind', there: 'target.osKind' },
  messages: {
    differs: '{target} runs {there} and {source} {here}: live moves between the two are refused.',
  },
  remediation:
    'Use a quick migration in a cluster, or move {vm} while it is off (outage of {vm}, short with quick migration).',
  confidence: 'documented',
  sources: ['S47'],
  limits:
    'Documented as a known issue of the 20H2 preview. That Windows has a message of its own for it (“VM migration between differing Windows editions is not supported”) speaks for a lasting check; that later releases still refuse it is not confirmed. Compare-VM tells. Client Windows has a rule of its own.',
  check: ({ here, there }) =>
    whenKnown({ here, there }, ({ here, there }) => {
      if (here === 'client' || there === 'client') return notApplicable();
      return here === there
        ? holds()
        : violated('differs', { here: KINDS[here], there: KINDS[there] });
    }),
});

const KINDS = { server: 'Windows Server', 'azure-stack-hci': 'Azure Stack HCI' } as const;
