import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

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

/** How the format numbers deflate (APPNOTE.TXT, 4.4.5). */
const DEFLATE = 8;
/** Bytes packed that are handed on at a time. */
const CHUNK = 2 ** 16;

/**
 * A ZIP archive as a stream of bytes: memory holds a chunk, and packing is done by threads of Node's own beside this one. Throws a
 * RangeError for more than 4 GiB.
 */
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
    const file: ZipInputFile = { filename: name, size: 0, crc: 0, compression: DEFLATE, mtime: FIRST_DAY };
    zip.add(file);
    const counted = async function* () {
      for await (const chunk of data) {
        plain += chunk.length;
        if (plain > LARGEST) throw new RangeError('archive over 4 GiB');
        file.size += chunk.length;
        file.crc = crc32(chunk, file.crc);
        yield chunk;
      }
    };
    for await (const chunk of deflated(counted())) {
      file.ondata!(null, chunk, false);
      yield* drawn();
    }
    file.ondata!(null, new Uint8Array(0), true);
    yield* drawn();
  }
  zip.end();
  yield* drawn();
}

/** What goes wrong on either side ends both. */
async function* deflated(data: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const source = Readable.from(data);
  const packer = createDeflateRaw({ level: LEVEL, chunkSize: CHUNK });
  source.once('error', (error) => packer.destroy(error));
  try {
    yield* source.pipe(packer);
  } finally {
    source.destroy();
  }
}
