import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive. Its bytes are drawn only when its turn comes, so later ones may tell of earlier ones. */
export interface ZipEntry {
  readonly name: string;
  readonly data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Sizes are written with 32 bits: no file of an archive, nor the archive, may be larger. */
const LARGEST = 2 ** 32 - 1;
/** Sizes follow the data, names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1980-01-01, the first day of ZIP: the same files give the same bytes. */
const DATE = 0x0021;

/**
 * A ZIP archive (PKWARE's APPNOTE 6.3) as a stream of bytes: memory holds a chunk, and a few numbers of each file.
 * Throws a RangeError for more than 4 GiB.
 */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, data } of entries) {
    const start = at;
    const size = { crc: 0, packed: 0, plain: 0 };
    const title = Buffer.from(name);
    const head = numbers([0x04034b50, 4], [20, 2], [FLAGS, 2], ...fields(size, title));
    at += head.length + title.length;
    yield head;
    yield title;
    for await (const chunk of deflated(data, size)) {
      at += chunk.length;
      if (at > LARGEST || size.plain > LARGEST) throw new RangeError('archive over 4 GiB');
      yield chunk;
    }
    const tail = numbers([0x08074b50, 4], [size.crc, 4], [size.packed, 4], [size.plain, 4]);
    at += tail.length;
    yield tail;
    const versions = [
      [0x02014b50, 4],
      [20, 2],
      [20, 2],
      [FLAGS, 2],
    ] as const;
    directory.push(
      numbers(...versions, ...fields(size, title), [0, 2], [0, 2], [0, 2], [0, 4], [start, 4]),
      title,
    );
  }
  const list = Buffer.concat(directory);
  const count = directory.length / 2;
  yield list;
  yield numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [list.length, 4], [at, 4], [0, 2]);
}

interface Size {
  crc: number;
  packed: number;
  plain: number;
}

/** What the header of a file and its line in the directory have in common. */
function fields({ crc, packed, plain }: Size, title: Buffer): readonly Field[] {
  return [
    [DEFLATE, 2],
    [0, 2],
    [DATE, 2],
    [crc, 4],
    [packed, 4],
    [plain, 4],
    [title.length, 2],
    [0, 2],
  ];
}

async function* deflated(data: ZipEntry['data'], size: Size): AsyncGenerator<Uint8Array> {
  async function* counted() {
    for await (const chunk of data) {
      size.crc = crc32(chunk, size.crc);
      size.plain += chunk.length;
      yield chunk;
    }
  }
  // An error of the data is thrown where the packed bytes are read.
  const packed = pipeline(Readable.from(counted()), createDeflateRaw(), () => undefined);
  for await (const chunk of packed as AsyncIterable<Buffer>) {
    size.packed += chunk.length;
    yield chunk;
  }
}

/** A number and the bytes that it takes, lowest first. */
type Field = readonly [value: number, bytes: number];

function numbers(...parts: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(parts.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of parts) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
