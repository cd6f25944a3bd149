import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chainKey, verifyChain } from '../../src/pipeline/audit-chain.js';
import { retiredKeys } from '../../src/pipeline/audit-key.js';
import { openAuditLog } from '../../src/pipeline/audit-log.js';
import { newKey, rotateKey } from '../../src/pipeline/keys.js';
import { makeOnFirstUse, pseudonymsFor } from '../../src/pipeline/pseudonym-key.js';
import { runFolders } from '../../src/pipeline/run-folders.js';
import { logKey } from '../../src/pipeline/run-log.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-keys-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const mode = (path: string) => statSync(path).mode & 0o777;
const pipeline = () => ({ dir, privacy: { keyFile: 'keys/key' } });
const path = () => join(dir, 'keys', 'key');

describe('a key', () => {
  test('is its owner’s only, whatever the mask, random, and its id tells nothing of it', async () => {
    const before = process.umask(0);
    const id = await newKey(path()).finally(() => process.umask(before));
    expect([mode(join(dir, 'keys')), mode(path())]).toEqual([0o700, 0o600]);
    const text = readFileSync(path(), 'utf8');
    expect(text).toMatch(/^[0-9a-f]{64}\n$/);
    expect(text).not.toContain(id);
    await newKey(join(dir, 'other'));
    expect(readFileSync(join(dir, 'other'), 'utf8')).not.toBe(text);
  });

  test('is never made over another, and none that is not there is replaced', async () => {
    writeFileSync(join(dir, 'there'), 'x');
    await expect(newKey(join(dir, 'there'))).rejects.toMatchObject({ code: 'key-exists', exitCode: 2 });
    expect(readFileSync(join(dir, 'there'), 'utf8')).toBe('x');
    await expect(rotateKey(join(dir, 'none'))).rejects.toMatchObject({ code: 'key-none', exitCode: 2 });
    expect(readdirSync(dir)).toEqual(['there']);
  });

  test('that is replaced still tells its lines from forged ones; the log goes on with the new one', async () => {
    const log = join(dir, 'log.jsonl');
    const write = async (action: string) => {
      const key = await logKey(pipeline());
      const retired = (await retiredKeys(pipeline())).map(chainKey);
      const place = { path: log, runId: 'r', key, retired, heads: [], witnesses: [] };
      await (await openAuditLog(place)).write({ action });
    };
    await newKey(path());
    await write('one');
    chmodSync(path(), 0o644);
    const { before, now } = await rotateKey(path());
    await write('two');
    const second = await rotateKey(path());
    await write('three');
    expect(second.before).toBe(now);
    expect(mode(join(dir, 'keys', 'key.retired', `${before}.key`))).toBe(0o600);
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    const key = (await logKey(pipeline()))!;
    const retired = (await retiredKeys(pipeline())).map(chainKey);
    expect(retired).toHaveLength(2);
    expect((await verifyChain(lines, [key, ...retired])).broken).toBeNull();
    expect((await verifyChain(lines, [key])).broken).toEqual({ line: 1, why: 'unknown-key' });
    const forged = lines.map((line) => line.replace('"two"', '"2"'));
    const line = lines.findIndex((text) => text.includes('"two"')) + 1;
    expect((await verifyChain(forged, [key, ...retired])).broken).toEqual({ line, why: 'altered' });
  });
});

describe('the key of pseudonyms', () => {
  const folders = () => runFolders(join(dir, 'out'));
  test('is made on first use beside the key, its owner’s only, and stays', async () => {
    expect(await pseudonymsFor(pipeline())).toBeNull();
    const before = process.umask(0);
    await makeOnFirstUse(pipeline(), await folders()).finally(() => process.umask(before));
    expect(mode(`${path()}.pseudonyms`)).toBe(0o600);
    const { id } = (await pseudonymsFor(pipeline()))!;
    await makeOnFirstUse(pipeline(), await folders());
    // The log's own key is made by hand, and replaced without another pseudonym.
    await newKey(path());
    await rotateKey(path());
    expect((await pseudonymsFor(pipeline()))!.id).toBe(id);
  });

  test('is not made where the pipeline file names no key, nor within the outputs', async () => {
    const none = { dir, privacy: { keyFile: null } };
    await makeOnFirstUse(none, await folders());
    expect([readdirSync(dir), await pseudonymsFor(none)]).toEqual([[], null]);
    for (const keyFile of ['out/key', '.out.previous/deep/key', join(dir, 'out', 'key')])
      await expect(makeOnFirstUse({ dir, privacy: { keyFile } }, await folders())).rejects.toMatchObject({
        code: 'key-in-outputs',
        exitCode: 2,
      });
    await makeOnFirstUse({ dir, privacy: { keyFile: 'outer/key' } }, await folders());
    expect(readdirSync(dir)).toEqual(['outer']);
  });
});
