import Box from '@mui/material/Box';
import { Code } from '../../components/CommandLine';

/** The cmdlets that decide most, for people who may run no script. */
const CMDLETS = [
  'Get-VMHost',
  'Get-VMSwitch',
  'Get-NetAdapter',
  'Get-NetAdapterSriov',
  'Get-NetAdapterVmq',
  'Get-NetLbfoTeam',
  'Get-VM',
  'Get-VMNetworkAdapter',
  'Get-VMProcessor',
  'Get-ClusterResource',
] as const;

export function CmdletList() {
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1, mb: 2 }}>
        {CMDLETS.map((cmdlet) => (
          <Code key={cmdlet}>{cmdlet}</Code>
        ))}
      </Box>
      <Box sx={{ typography: 'caption' }}>
        For example <Code>{'Get-VMSwitch | ConvertTo-Json -Depth 4 > HV01.Get-VMSwitch.json'}</Code>
      </Box>
    </Box>
  );
}
