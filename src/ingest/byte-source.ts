import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Failure } from '../text/failure.js';
import { isUtf16 } from './encodings/index.js';
import { utf16ToUtf8 } from './encodings/utf16.js';
import type { InputFile } from './input-file.js';
import { Bomb, inProportion } from './unpacking.js';

const BLOCK = 1 << 20;

/**
 * The bytes of a file in blocks, decompressed. `hash` sees the file's bytes as they are on disk.
 *
 * @throws {Failure} `input-bomb` when it unpacks to more than data does, `input-gzip` when compressed data is broken or cut short.
 */
export async function* blocks(file: InputFile, hash?: Hash): AsyncGenerator<Buffer> {
  if (file.held) {
    yield file.held;
    return;
  }
  const raw = hashed(createReadStream(file.absolute, { highWaterMark: BLOCK }), hash);
  if (!file.gzip) {
    yield* raw;
    return;
  }
  const compressed = Readable.from(raw, { objectMode: false });
  const unzipped = createGunzip({ chunkSize: BLOCK });
  compressed.on('error', (error) => unzipped.destroy(error)).pipe(unzipped);
  try {
    yield* inProportion(unzipped as AsyncIterable<Buffer>, file.bytes);
  } catch (cause) {
    const key = cause instanceof Bomb ? 'input-bomb' : 'input-gzip';
    throw new Failure(key, { values: { source: file.source, path: file.path }, cause });
  } finally {
    compressed.destroy();
  }
}

async function* hashed(raw: AsyncIterable<Buffer>, hash: Hash | undefined): AsyncGenerator<Buffer> {
  for await (const block of raw) {
    hash?.update(block);
    yield block;
  }
}

/** Like `blocks`, with UTF-16 already turned into UTF-8. */
export async function* textBlocks(file: InputFile, encoding: string, hash?: Hash): AsyncGenerator<Buffer> {
  if (!isUtf16(encoding)) {
    yield* blocks(file, hash);
    return;
  }
  const converter = utf16ToUtf8(encoding === 'utf-16le');
  for await (const block of blocks(file, hash)) yield converter.push(block);
  yield converter.end();
}

/** First bytes of a file: what preflight and inspect look at. */
export interface Head {
  readonly bytes: Buffer;
  /** The whole file is in `bytes`. */
  readonly whole: boolean;
}

export async function readHead(file: InputFile, encoding: string, size = BLOCK): Promise<Head> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const block of textBlocks(file, encoding)) {
    parts.push(block);
    length += block.length;
    if (length > size) break;
  }
  return { bytes: Buffer.concat(parts).subarray(0, size), whole: length <= size };
}
