import { defineRule, holds, notApplicable, violated } from '../../rule';

export const migAuth = defineRule({
  id: 'mig-auth',
  title: 'The source has no credentials for live migration',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: {
    usable: 'source.migrationCredentials',
    authentication: 'source.migrationAuthentication',
  },
  messages: {
    kerberos:
      '{source} has no usable Kerberos credentials for a live move: delegation to {target} is missing or wrong.',
    credssp:
      '{source} has no usable credentials for a live move: with CredSSP it must be started on {source} itself.',
    other: '{source} has no usable credentials for a live move.',
  },
  remediation:
    'Let {source} delegate to {target} with Kerberos: constrained delegation for the services cifs and Microsoft Virtual System Migration Service in the computer account of {source}, and Set-VMHost -VirtualMachineMigrationAuthenticationType Kerberos. Or log on to {source} and start the move there (CredSSP). No outage.',
  confidence: 'documented',
  sources: ['S28'],
  limits:
    'Goes by what was tried and noted: whether credentials suffice shows only when a move is tried. Where nobody noted it, there is nothing to judge. The kind of authentication alone refuses nothing.',
  check: ({ usable, authentication }) => {
    if (usable.fact.state === 'unknown') return notApplicable();
    if (usable.fact.value) return holds();
    if (authentication.fact.state === 'unknown') return violated('other');
    return violated(authentication.fact.value);
  },
});
