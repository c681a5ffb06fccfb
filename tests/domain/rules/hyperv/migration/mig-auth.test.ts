import { migAuth } from '../../../../../electron/domain/rules/hyperv/migration/mig-auth';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migAuth, {
  holds: [{ name: 'credentials that suffice', given: { 'source.migrationCredentials': true } }],
  violated: [
    {
      name: 'Kerberos without delegation',
      given: {
        'source.migrationCredentials': false,
        'source.migrationAuthentication': 'kerberos',
      },
      message: 'kerberos',
    },
    {
      name: 'CredSSP, started elsewhere',
      given: { 'source.migrationCredentials': false, 'source.migrationAuthentication': 'credssp' },
      message: 'credssp',
    },
    {
      name: 'the kind of authentication is not known',
      given: { 'source.migrationCredentials': false },
      message: 'other',
    },
  ],
  // Nothing prints it, so it is never asked for.
  undecided: [],
  notApplicable: [{ name: 'nobody tried', given: { 'source.migrationAuthentication': 'credssp' } }],
});
