import { TLP_HEADER_BYTES } from '../../host/pcie';
import { TOLERANCE } from '../../measure/replications';
import type { Service } from '../../network';
import { NO_TIME, plainFlow, plainServer, plainSource, toServer } from '../../plain-parts';
import { FRAME_OVERHEAD_BYTES, frameRate } from '../../theory/ethernet';
import { type PcieLink, pcieReadRate, pcieTlpRate, pcieWriteRate } from '../../theory/pcie';
import { always, networkFor } from '../plain-network';
import { bitRateOf, compared, type TheoryCase, throughputOf } from '../theory-case';

/** Enough for one packet at the ends of the run not to show. */
const PACKETS = 20_000;

/** A link that gets a tenth more packets than it can carry. */
function saturated(
  id: string,
  title: string,
  bytes: number,
  packetsPerSecond: number,
  service: Partial<Service>,
  compared: TheoryCase['compared'],
): TheoryCase {
  const offered = (packetsPerSecond * 1.1) / 1e6;
  const gap = always(1 / offered);
  return {
    id,
    title,
    packets: PACKETS,
    isRandom: false,
    network: (run) =>
      networkFor(run, offered, {
        flows: [
          plainFlow(plainSource(gap), [[toServer(0)]], {
            bytes: { kind: 'constant', value: bytes },
          }),
        ],
        servers: [plainServer(null, { capacityPackets: 64, service: { ...NO_TIME, ...service } })],
      }),
    compared,
  };
}

const GIGABITS = [1, 10, 25, 40, 100];
const FRAMES = [64, 128, 256, 512, 1024, 1280, 1518, 9018];

const wires = GIGABITS.flatMap((gigabits) =>
  FRAMES.map((bytes) => {
    const rate = frameRate(gigabits * 1e9, bytes);
    return saturated(
      `ethernet-${gigabits}-${bytes}`,
      `${gigabits} GbE, ${bytes}-byte frames`,
      bytes,
      rate,
      { perBytePs: 8000 / gigabits, overheadBytes: FRAME_OVERHEAD_BYTES },
      [compared(throughputOf(), rate, TOLERANCE.certain)],
    );
  }),
);

const LINKS: readonly (readonly [name: string, PcieLink])[] = [
  ['2x8', { generation: 2, lanes: 8 }],
  ['3x8', { generation: 3, lanes: 8 }],
  ['3x16', { generation: 3, lanes: 16 }],
];
const TRANSFERS = [64, 128, 256, 512, 1500];
const PAYLOAD_BYTES = 256;
const REQUEST_BYTES = 512;

const buses = LINKS.flatMap(([name, link]) => {
  const tlpRate = pcieTlpRate(link, PAYLOAD_BYTES);
  if (tlpRate === null) throw new Error(`PCI Express ${name} is not in the table`);
  const bytePs = 8e12 / tlpRate;
  return TRANSFERS.flatMap((size) => {
    const directions = [
      ['write', TLP_HEADER_BYTES.write, pcieWriteRate(tlpRate, size, PAYLOAD_BYTES)],
      [
        'read',
        TLP_HEADER_BYTES.completion,
        pcieReadRate(tlpRate, size, PAYLOAD_BYTES, REQUEST_BYTES),
      ],
    ] as const;
    return directions.map(([direction, header, rate]) =>
      saturated(
        `pcie-${name}-${direction}-${size}`,
        `PCI Express ${name}, ${direction}s of ${size} bytes`,
        size,
        rate / 8 / size,
        {
          perBytePs: bytePs,
          chunkBytes: PAYLOAD_BYTES,
          chunkPs: Math.round(header * bytePs),
        },
        [compared(bitRateOf(), rate, TOLERANCE.certain)],
      ),
    );
  });
});

export const linkCases: readonly TheoryCase[] = [...wires, ...buses];
