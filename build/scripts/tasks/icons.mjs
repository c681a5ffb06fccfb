// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { icnsFile, icoFile } from '../lib/icon-files.mjs';
import { inProject } from '../lib/project.mjs';
import { ensurePackages } from '../setup/packages.mjs';

const sizesPixels = [16, 24, 32, 48, 64, 128, 256, 512];

/** Draws build/icon.svg in all sizes and formats. The results are committed: packaging needs them. */
export async function icons() {
  await ensurePackages();
  const { Resvg } = await import('@resvg/resvg-js');
  const svg = readFileSync(inProject('build', 'icon.svg'), 'utf8');
  const images = sizesPixels.map((sizePixels) => {
    const picture = new Resvg(svg, { fitTo: { mode: 'width', value: sizePixels } }).render();
    return { sizePixels, png: picture.asPng() };
  });
  mkdirSync(inProject('build', 'icons'), { recursive: true });
  for (const { sizePixels, png } of images) {
    writeFileSync(inProject('build', 'icons', `${sizePixels}x${sizePixels}.png`), png);
  }
  const upTo256 = images.filter(({ sizePixels }) => sizePixels <= 256);
  writeFileSync(inProject('build', 'icon.ico'), icoFile(upTo256));
  writeFileSync(inProject('build', 'icon.icns'), icnsFile(images));
  return 0;
}
