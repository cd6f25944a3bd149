import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { InputSpec } from '../audit/pipeline-file.js';
import { Failure } from '../text/failure.js';
import type { FailureKey } from '../text/failures/index.js';
import { isPattern, matchingFiles } from './matching-files.js';

/** One file of a source. */
export interface InputFile {
  readonly source: string;
  /** Position among the source's files, from 0. */
  readonly index: number;
  /** As given, relative to the pipeline file unless it was written absolute. */
  readonly path: string;
  readonly absolute: string;
  readonly bytes: number;
  /** Compressed, whatever its name says. */
  readonly gzip: boolean;
  /** Bytes that are looked at in place of the whole, unpacked: its header and stretches of it. */
  readonly held?: Buffer;
}

/** Files of one source that a `file` column of two bytes can tell apart: a country has 1,741 municipalities. */
const MAX_FILES = 65_535;

/**
 * Every file of a source, globs expanded in the order of their names.
 *
 * @throws {Failure} with exit code 2: `input-missing`, `input-no-match`, `input-empty`, `input-too-many-files`.
 */
export async function inputFiles(spec: InputSpec, dir: string): Promise<readonly InputFile[]> {
  const paths = new Set<string>();
  for (const pattern of spec.files) {
    const found =
      isPattern(pattern) && !(await exists(resolve(dir, pattern)))
        ? await matchingFiles(pattern, dir)
        : [pattern];
    if (found.length === 0) throw failure('input-no-match', spec, pattern);
    for (const path of found) paths.add(path);
  }
  if (paths.size > MAX_FILES) throw failure('input-too-many-files', spec, String(paths.size));
  const files: InputFile[] = [];
  for (const path of paths) files.push(await describeFile(spec, dir, path, files.length));
  return files;
}

async function describeFile(spec: InputSpec, dir: string, path: string, index: number): Promise<InputFile> {
  const absolute = resolve(dir, path);
  const info = await stat(absolute).catch((cause: unknown) => {
    throw failure('input-missing', spec, path, cause);
  });
  if (!info.isFile()) throw failure('input-missing/no-file', spec, path);
  if (info.size === 0) throw failure('input-empty', spec, path);
  const magic = await firstBytes(absolute, 2).catch((cause: unknown) => {
    throw failure('input-missing', spec, path, cause);
  });
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b;
  return { source: spec.id, index, path, absolute, bytes: info.size, gzip };
}

// A file whose name holds a bracket or a star is meant as it is.
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function failure(key: FailureKey, spec: InputSpec, path: string, cause?: unknown): Failure {
  return new Failure(key, { values: { source: spec.id, path }, cause });
}

/** SHA-256 of a file as it is on disk, hex. For formats that are not read from beginning to end. */
export async function hashFile(file: InputFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(file.absolute, { highWaterMark: 1 << 20 }))
    hash.update(block as Buffer);
  return hash.digest('hex');
}
