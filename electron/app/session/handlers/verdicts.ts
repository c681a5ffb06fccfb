import { packCell } from '../../../../shared/model/cell';
import { pairVerdict } from '../../../domain/verdict/pair-verdict';
import { asidePairs } from '../aside-pairs';
import type { HandlersOf } from './handler';

export const verdictMethods: HandlersOf<'verdicts.window' | 'verdicts.pair'> = {
  'verdicts.window': (session, { kind, vmIds, hostIds }) => {
    const hosts = hostIds.map((id) => session.host(id));
    const cells = new Uint8Array(vmIds.length * hosts.length);
    const isAside = asidePairs(session);
    let at = 0;
    for (const id of vmIds) {
      const vm = session.vm(id);
      for (const host of hosts) {
        const cell = session.matrix.cell(vm, host, kind);
        cells[at++] = packCell(isAside?.(vm, host) ? { ...cell, waived: true } : cell);
      }
    }
    return { revision: session.revision, cells };
  },
  'verdicts.pair': (session, { vmId, hostId }) =>
    pairVerdict(session.judge, session.judge.judge(session.vm(vmId), session.host(hostId))),
};
