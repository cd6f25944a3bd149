import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive. Its bytes are drawn only when its turn comes, so later ones may tell of earlier ones. */
export interface ZipEntry {
  readonly name: string;
  readonly data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Sizes are written with 32 bits: no archive may be larger. */
const LARGEST = 2 ** 32 - 1;
/** Level 1 of 9: a workbook of repeating words shrinks to a tenth all the same, in half the time. */
const LEVEL = 1;
/** 1980-01-01, the first day of ZIP: the same files give the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);

/** A ZIP archive as a stream of bytes: memory holds a chunk. Throws a RangeError for more than 4 GiB. */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let plain = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const drawn = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  for await (const { name, data } of entries) {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = FIRST_DAY;
    zip.add(file);
    for await (const chunk of data) {
      plain += chunk.length;
      if (plain > LARGEST) throw new RangeError('archive over 4 GiB');
      file.push(chunk);
      yield* drawn();
    }
    file.push(new Uint8Array(0), true);
    yield* drawn();
  }
  zip.end();
  yield* drawn();
}
