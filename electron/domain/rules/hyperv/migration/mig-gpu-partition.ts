import {
  compareConfigurationVersions,
  featureMinimum,
} from '../../../catalogue/configuration-versions';
import { defineRule, doubtful, notApplicable, violated, whenKnown } from '../../rule';

export const migGpuPartition = defineRule({
  id: 'mig-gpu-partition',
  title: 'The VM has a part of a GPU of its host',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    partitions: 'vm.gpuPartitionCount',
    version: 'vm.configurationVersion',
    build: 'target.osBuild',
    gpus: 'target.partitionableGpus',
  },
  messages: {
    tooOld:
      '{vm} has a part of a GPU, and {target} is older than Windows Server 2025, before which such a VM can neither move live nor be saved.',
    version:
      '{vm} has a part of a GPU and configuration version {version}; to move with it takes {least}.',
    none: '{vm} has a part of a GPU, and {target} has no GPU that can be partitioned.',
    unsure:
      '{vm} has a part of a GPU; whether {target} has a GPU of the same kind with room is not known.',
  },
  remediation:
    "Shut {vm} down (outage of {vm}), Remove-VMGpuPartitionAdapter -VMName '{vm}', move it, and add a partition on {target}: Add-VMGpuPartitionAdapter. Or choose a host with Windows Server 2025 and the same GPUs.",
  confidence: 'inferred',
  sources: ['S23', 'assumption'],
  limits:
    'Documented is the configuration version that GPU partitioning needs; that older hosts neither move nor save such a VM, and that newer ones ask for the same GPU with room, is inferred. Whether the GPUs are of one kind is not compared, so it stays a doubt. Where the partitions were not collected, there is nothing to judge.',
  check: ({ partitions, version, build, gpus }) => {
    if (partitions.fact.state === 'unknown' || partitions.fact.value === 0) return notApplicable();
    if (gpus.fact.state === 'known' && gpus.fact.value.length === 0) return violated('none');
    return whenKnown({ build, version }, ({ build, version }) => {
      if (build < WINDOWS_SERVER_2025) return violated('tooOld');
      const order = compareConfigurationVersions(version, LEAST);
      if (order !== null && order < 0) return violated('version', { version, least: LEAST });
      return doubtful('unsure');
    });
  },
});

const LEAST = featureMinimum('gpu-partitioning').minimumVersion;
const WINDOWS_SERVER_2025 = 26100;
