// @ts-check
/**
 * The icon formats of Windows and macOS. Both are a table and PNG images end to end, so that no
 * tool has to be downloaded to make them.
 */

/** @typedef {{ sizePixels: number, png: Buffer }} IconImage */

/**
 * @param {IconImage[]} images  up to 256 pixels
 * @see https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function icoFile(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { sizePixels, png }] of images.entries()) {
    const at = 6 + 16 * index;
    // One byte each for width and height: 256 is written as 0.
    header.writeUInt8(sizePixels % 256, at);
    header.writeUInt8(sizePixels % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** Apple's names for PNG images of each size; the second ones are for screens of double density. */
const icnsTypes = new Map([
  [32, ['ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
]);

/**
 * @param {IconImage[]} images  those of other sizes than Apple's are left out
 * @see https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 */
export function icnsFile(images) {
  const blocks = images.flatMap(({ sizePixels, png }) =>
    (icnsTypes.get(sizePixels) ?? []).map((type) => icnsBlock(type, png)),
  );
  return icnsBlock('icns', Buffer.concat(blocks));
}

/**
 * @param {string} type  four letters
 * @param {Buffer} content
 */
function icnsBlock(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
