/** Shows the real screens over a mock of the bridge; the address says which estate and face. */
import type { MethodName } from '../../../shared/contract';
import { type MockWishes, mockBridge } from '../mock-bridge';
import { demonstration, generated, tryingNames } from './estates';

const wish = new URLSearchParams(location.search);
const listed = (name: string) => (wish.get(name)?.split(',') ?? []) as MethodName[];

async function wishes(): Promise<MockWishes> {
  const common = {
    theme: wish.get('theme') === 'dark' ? ('dark' as const) : ('light' as const),
    silent: listed('silent'),
    broken: listed('broken'),
    hasRecent: wish.get('recent') !== 'none',
  };
  switch (wish.get('estate')) {
    case 'none':
      return { ...common, estate: null, toImport: (await demonstration()).estate };
    case 'empty': {
      const { estate, files, problems } = await demonstration();
      return {
        ...common,
        estate: { clusters: [], hosts: [], vms: [] },
        toImport: estate,
        problems: wish.has('problems') ? problems : [],
        files: wish.has('files') ? files : [],
      };
    }
    case 'generated':
      return { ...common, estate: generated(12, 40) };
    case 'huge':
      return {
        ...common,
        estate: generated(1000, 10_000),
        madeUpCells: true,
        planName: 'All sites',
      };
    case 'trying':
      return {
        ...common,
        estate: tryingNames(generated(12, 40)),
        planName: 'A plan with a name that is as long as names of plans can be in a hurry',
      };
    default: {
      const { estate, files, problems } = await demonstration();
      return { ...common, estate, files, problems };
    }
  }
}

Object.assign(window, { portolan: mockBridge(await wishes()) });
await import('../../../renderer/app/main');
