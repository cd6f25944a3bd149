/** Bytes from which a ratio tells something: a small file may hold the same line many times. */
const LEAST_SUSPECT = 2 ** 26;
/** Bytes that a packed one may become: exports are packed to a tenth, one line repeated without end to a thousandth. */
const MOST_RATIO = 250;

/** Thrown where packed data unpacks to more than data does. */
export class Bomb extends Error {
  constructor() {
    super('packed data unpacks to more than data does');
  }
}

/** Passes blocks on as long as what comes out is in proportion to what it comes from; counts, and believes no header. */
export async function* inProportion<T extends Uint8Array>(
  unpacked: AsyncIterable<T>,
  packedBytes: number,
): AsyncGenerator<T> {
  let total = 0;
  for await (const block of unpacked) {
    total += block.length;
    if (total > LEAST_SUSPECT && total > MOST_RATIO * packedBytes) throw new Bomb();
    yield block;
  }
}
