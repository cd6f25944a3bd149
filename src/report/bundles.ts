import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ReadableStream } from 'node:stream/web';
import type { AuditResult } from '../audit/result.js';
import { filesBelow } from '../files/dispose.js';
import { Failure } from '../text/failure.js';
import { folderNames } from './folder-names.js';
import { type ZipEntry, zipStream } from './zip-stream.js';

/** Folder of the bundles within the output folder. */
const BUNDLES = 'bundles';

/** Recipients (age1…) of an organisation's bundle, by the organisation's code. */
export type Recipients = Readonly<Record<string, readonly string[]>>;

/**
 * Writes for each organisation that has recipients its folder of pages as one archive that they alone can open:
 * `bundles/<folder>.zip.age` (age, https://age-encryption.org/v1). Pages must have been written. Unlike all other files
 * the bytes are others each time: the keys of the file are drawn anew.
 */
export async function writeBundles(
  { organisations }: Pick<AuditResult, 'organisations'>,
  recipients: Recipients,
  outDir: string,
): Promise<void> {
  const folders = folderNames(organisations.map(({ organisation }) => organisation));
  const own = [...folders].filter(([organisation]) => Object.hasOwn(recipients, organisation));
  if (own.length === 0) return;
  await mkdir(join(outDir, BUNDLES), { recursive: true, mode: 0o700 });
  for (const [organisation, folder] of own) {
    const encrypter = await encrypterFor(organisation, recipients[organisation]!);
    const archive = ReadableStream.from(zipStream(await entriesOf(outDir, folder)));
    const file = await open(join(outDir, BUNDLES, `${folder}.zip.age`), 'w', 0o600);
    try {
      await file.chmod(0o600);
      const encrypted = await encrypter.encrypt(archive as never);
      for await (const chunk of encrypted as unknown as AsyncIterable<Uint8Array>) await file.write(chunk);
    } finally {
      await file.close();
    }
  }
}

/** @throws {Failure} `recipient-unusable` (exit code 2) for a recipient that is none. */
export async function checkRecipients(recipients: Recipients): Promise<void> {
  for (const [organisation, keys] of Object.entries(recipients)) await encrypterFor(organisation, keys);
}

async function encrypterFor(organisation: string, keys: readonly string[]) {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const [i, recipient] of keys.entries()) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      // Neither it nor the library's words: it may be the secret key, put there by mistake.
      throw new Failure('recipient-unusable', { values: { organisation, place: i + 1 } });
    }
  }
  return encrypter;
}

async function entriesOf(outDir: string, folder: string): Promise<readonly ZipEntry[]> {
  const paths = await filesBelow(join(outDir, folder));
  return paths.map((path) => ({
    name: relative(outDir, path).split(sep).join('/'),
    data: bytesOf(path),
  }));
}

/** Opened when its turn comes: a folder may hold more files than a process may open. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}
