import { describe, expect, it } from 'vitest';
import {
  compareConfigurationVersions,
  featureMinimum,
  supportedConfigurationVersions,
} from '../../../electron/domain/catalogue/configuration-versions';

describe('supportedConfigurationVersions', () => {
  it.each([
    ['windows-server-2012-r2', ['5.0']],
    ['windows-server-2016', ['5.0', '6.2', '7.0', '7.1', '8.0']],
    ['windows-server-2019', ['5.0', '6.2', '7.0', '7.1', '8.0', '8.1', '8.2', '8.3', '9.0']],
    ['windows-server-2022', ['8.0', '8.1', '8.2', '8.3', '9.0', '9.1', '9.2', '9.3', '10.0']],
    [
      'windows-server-2025',
      ['8.0', '8.1', '8.2', '8.3', '9.0', '9.1', '9.2', '9.3', '10.0', '11.0', '12.0'],
    ],
  ])('of %s are as in the Microsoft table', (id, versions) => {
    expect(supportedConfigurationVersions({ id })).toMatchObject({
      versions,
      confidence: 'documented',
    });
  });

  it('are inferred for Azure Stack HCI 21H2, and unknown for 23H2', () => {
    expect(supportedConfigurationVersions({ id: 'azure-stack-hci-21h2' })?.confidence).toBe(
      'inferred',
    );
    expect(supportedConfigurationVersions({ id: 'azure-stack-hci-23h2' })).toBeNull();
  });
});

describe('configuration versions', () => {
  it('are ordered as numbers', () => {
    expect(
      ['10.0', '9.3', '5.0', '8.0'].sort((a, b) => compareConfigurationVersions(a, b) ?? 0),
    ).toEqual(['5.0', '8.0', '9.3', '10.0']);
  });

  it('are not compared when one of them is no version', () => {
    expect(compareConfigurationVersions('9.0', 'newest')).toBeNull();
  });

  it('from 7.1 on have VMMQ', () => {
    expect(featureMinimum('vmmq').minimumVersion).toBe('7.1');
  });
});
