import { describe, expect, it } from 'vitest';
import {
  cleanProcessorName,
  findPlatform,
  platformById,
} from '../../../electron/domain/catalogue/find-platform';
import { platformTable } from '../../../electron/domain/catalogue/tables';

describe('findPlatform', () => {
  it.each([
    ['Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz', 'intel-cascade-lake-sp'],
    ['Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz', 'intel-skylake-sp'],
    ['Intel(R) Xeon(R) Gold 5318Y CPU @ 2.10GHz', 'intel-ice-lake-sp'],
    ['Intel(R) Xeon(R) Gold 5318H CPU @ 2.50GHz', 'intel-cooper-lake'],
    ['Intel(R) Xeon(R) Platinum 8480+', 'intel-sapphire-rapids'],
    ['INTEL(R) XEON(R) GOLD 6548Y+', 'intel-emerald-rapids'],
    ['INTEL(R) XEON(R) 6980P', 'intel-granite-rapids-ap'],
    ['Intel(R) Xeon(R) 6740E', 'intel-sierra-forest'],
    ['Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz', 'intel-broadwell-ep'],
    ['Intel(R) Xeon(R) CPU E5-2697A v4 @ 2.60GHz', 'intel-broadwell-ep'],
    ['Intel(R) Xeon(R) CPU E5-2650 v3 @ 2.30GHz', 'intel-haswell-ep'],
    ['Intel(R) Xeon(R) CPU E5-2620 0 @ 2.00GHz', 'intel-sandy-bridge-ep'],
    ['Intel(R) Xeon(R) CPU E5-2420 0 @ 1.90GHz', 'intel-sandy-bridge-en'],
    ['Intel(R) Xeon(R) CPU E7- 4870  @ 2.40GHz', 'intel-westmere-ex'],
    ['Intel(R) Xeon(R) CPU           X5650  @ 2.67GHz', 'intel-westmere-ep'],
    ['Intel(R) Xeon(R) CPU E3-1230 v6 @ 3.50GHz', 'intel-coffee-lake'],
    ['Intel(R) Xeon(R) E-2288G CPU @ 3.70GHz', 'intel-coffee-lake'],
    ['Intel(R) Xeon(R) CPU D-1541 @ 2.10GHz', 'intel-broadwell-de'],
    ['Intel(R) Core(TM) i7 CPU         920  @ 2.67GHz', 'intel-bloomfield'],
    ['Intel(R) Core(TM) i7-8700 CPU @ 3.20GHz', 'intel-coffee-lake'],
    ['13th Gen Intel(R) Core(TM) i9-13900K', 'intel-alder-lake'],
    ['Intel(R) Atom(TM) CPU  C2750  @ 2.40GHz', 'intel-avoton'],
    ['AMD EPYC 7543 32-Core Processor', 'amd-milan'],
    ['AMD EPYC 75F3 32-Core Processor', 'amd-milan'],
    ['AMD EPYC 7F52 16-Core Processor', 'amd-rome'],
    ['AMD EPYC 7402P 24-Core Processor', 'amd-rome'],
    ['AMD EPYC 7351P 16-Core Processor', 'amd-naples'],
    ['AMD EPYC 9354P 32-Core Processor', 'amd-genoa'],
    ['AMD EPYC 9754 128-Core Processor', 'amd-bergamo'],
    ['AMD EPYC 9755 128-Core Processor', 'amd-turin'],
    ['AMD EPYC 8224P 24-Core Processor', 'amd-siena'],
    ['Quad-Core AMD Opteron(tm) Processor 2356', 'amd-barcelona'],
    ['AMD Opteron(tm) Processor 6366 HE                ', 'amd-abu-dhabi'],
    ['AMD FX(tm)-8350 Eight-Core Processor', 'amd-fx'],
    ['AMD Ryzen 9 5950X 16-Core Processor', 'amd-ryzen-5000'],
    ['AMD Ryzen Threadripper 3970X 32-Core Processor', 'amd-threadripper-3000'],
    ['AMD Ryzen Threadripper PRO 7995WX 96-Cores', 'amd-threadripper-pro-7000'],
  ])('takes "%s" for %s', (cpuModelName, id) => {
    expect(findPlatform(cpuModelName)?.id).toBe(id);
  });

  it.each([
    ['', 'nothing to go by'],
    ['Intel(R) Xeon(R) CPU', 'no model number'],
    ['Intel(R) Xeon(R) CPU E5-2450 v2 @ 2.50GHz', 'Ivy Bridge-EN has no row'],
    ['Intel(R) Core(TM) i7-4960X CPU @ 3.60GHz', 'Ivy Bridge-E has no row'],
    ['Intel(R) Core(TM) i7-6700HQ CPU @ 2.60GHz', 'a mobile part'],
    ['11th Gen Intel(R) Core(TM) i7-1165G7 @ 2.80GHz', 'Tiger Lake, not Rocket Lake'],
    ['Intel(R) Xeon(R) Platinum 9242 CPU @ 2.30GHz', 'Cascade Lake-AP has twice the channels'],
    ['AMD Ryzen 5 5600G with Radeon Graphics', 'an APU with its own I/O'],
    ['AMD Ryzen Threadripper PRO 3995WX 64-Cores', 'has no row'],
    ['AMD EPYC Processor', 'a name that hypervisors give'],
    ['Intel Xeon Processor (Cascadelake)', 'a name that hypervisors give'],
  ])('is unsure of "%s": %s', (cpuModelName) => {
    expect(findPlatform(cpuModelName)).toBeNull();
  });

  it('finds every platform by each of its example models, and no other', () => {
    for (const row of platformTable) {
      for (const model of row.exampleModels) {
        expect([model, findPlatform(model)?.id]).toEqual([model, row.id]);
      }
    }
  });

  it('finds rows of the user by their example models, before the shipped ones', () => {
    const shipped = platformById('amd-milan');
    if (shipped === null) throw new Error('the row is gone');
    const own = { ...shipped, id: 'my-milan', exampleModels: ['EPYC 7543'] };
    expect(findPlatform('AMD EPYC 7543 32-Core Processor', [own])).toBe(own);
  });
});

describe('cleanProcessorName', () => {
  it.each([
    ['Intel(R) Xeon(R) Silver 4214 CPU @ 2.20GHz', 'xeon silver 4214'],
    ['Six-Core AMD Opteron(tm) Processor 2435', 'opteron 2435'],
    ['AMD FX(tm)-8350 Eight-Core Processor', 'fx-8350'],
  ])('reduces "%s" to "%s"', (name, cleaned) => {
    expect(cleanProcessorName(name)).toBe(cleaned);
  });
});
