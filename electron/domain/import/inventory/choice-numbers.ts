import {
  aclAction,
  bandwidthMode,
  type EnumTable,
  isolationMode,
  migrationAuthentication,
  migrationTransport,
  portMirroring,
  processorCompatibilityMode,
  replicationMode,
  sriovSupport,
  switchType,
  vlanMode,
  vmState,
} from '../hyperv/enums';

/** The enum behind a choice, by kind and field, so that pasted PowerShell numbers are understood. */
export const CHOICE_NUMBERS: Readonly<Record<string, EnumTable<unknown>>> = {
  'host.migrationAuthentication': migrationAuthentication,
  'host.migrationTransport': migrationTransport,
  'adapter.sriovSupport': sriovSupport,
  'switch.switchType': switchType,
  'switch.bandwidthMode': bandwidthMode,
  'vm.state': vmState,
  'vm.processorCompatibilityMode': processorCompatibilityMode,
  'vm.replicationMode': replicationMode,
  'vnic.portMirroring': portMirroring,
  'vnic.aclActions': aclAction,
  'vnic.isolationMode': isolationMode,
  'vnic.vlanMode': vlanMode,
};
