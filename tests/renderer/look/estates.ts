/// <reference types="vite/client" />
/** Estates to look at: the demonstration, a huge one, and one with names that try a layout. */
import { finish } from '../../../electron/app/session/steps';
import { fileOfBytes, importFiles } from '../../../electron/domain/import/import-files';
import { idOf } from '../../../shared/ids';
import type { Estate } from '../../../shared/model/estate';
import type { ImportedFile, ImportProblem } from '../../../shared/model/import';
import { generateEstate } from '../../estate/generate-estate';

const FILES = import.meta.glob<string>('../../../electron/app/demo/estate/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

export interface LookedAt {
  readonly estate: Estate;
  readonly files: readonly ImportedFile[];
  readonly problems: readonly ImportProblem[];
}

/** The demonstration estate, through the real importers. */
export async function demonstration(): Promise<LookedAt> {
  const files = await Promise.all(
    Object.entries(FILES).map(async ([path, address]) => {
      const reply = await fetch(address);
      const bytes = new Uint8Array(await reply.arrayBuffer());
      return fileOfBytes(path.slice(path.lastIndexOf('/') + 1), bytes);
    }),
  );
  return finish(importFiles(files));
}

export function generated(hosts: number, vms: number): Estate {
  return generateEstate({ seed: 7, hosts, vms });
}

const TRYING_NAMES = [
  'a-virtual-machine-name-that-takes-all-of-its-sixty-three-letters',
  'データベースサーバー本番環境その一',
  'خادم قاعدة البيانات الرئيسي',
  'שרת-מסד-נתונים-ראשי-01',
  '数据库服务器-生产环境-北京-03',
  'Straße & <b>Fähre</b> "Nr. 7"',
  '👩🏽‍💻 build agent 🚢',
];

/** Long names, and scripts that are wide or run from right to left. */
export function tryingNames(estate: Estate): Estate {
  const hostName = (at: number) =>
    ['hyperv-host-with-a-rather-long-name-in-rack-17-frankfurt-am-main', 'ホスト零一', 'مضيف-٠٣'][
      at % 3
    ] ?? '';
  return {
    ...estate,
    hosts: estate.hosts.map((host, at) =>
      at < 6 ? { ...host, name: `${hostName(at)} ${at}`, id: idOf(host.id) } : host,
    ),
    vms: estate.vms.map((vm, at) => ({
      ...vm,
      name: at < 14 ? `${TRYING_NAMES[at % 7]}` : vm.name,
    })),
  };
}
