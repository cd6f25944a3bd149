import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { secret } from '../../src/audit/secret.js';
import { type ChainKey, chainKey, verifyChain } from '../../src/pipeline/audit-chain.js';
import { auditKey, retiredKeys } from '../../src/pipeline/audit-key.js';
import { openAuditLog } from '../../src/pipeline/audit-log.js';
import { readLogHead, writeLogHead } from '../../src/pipeline/log-head.js';

const key = chainKey(secret(Buffer.from('of the office')));
const other = chainKey(secret(Buffer.from('another')));

let dir: string;
let path: string;
let head: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-log-'));
  path = join(dir, 'audit-log.jsonl');
  head = join(dir, 'elsewhere', 'log-head.json');
});

const open = (with_: ChainKey | null = null) =>
  openAuditLog({ path, runId: 'run-1', key: with_, heads: [head], witnesses: [] });
const lines = () => readFileSync(path, 'utf8').split('\n').slice(0, -1);
const broken = async (text: readonly string[], ...keys: ChainKey[]) => (await verifyChain(text, keys)).broken;

async function threeLines(with_: ChainKey | null = null): Promise<string[]> {
  await (await open(with_)).write({ action: 'read', details: { path: 'a.csv' } });
  const again = await open(with_);
  await again.write({ action: 'read', details: { path: 'b.csv' } }, { action: 'purged' });
  return lines();
}

describe('audit log', () => {
  it('holds, also when a later command goes on with it', async () => {
    const text = await threeLines();
    expect(await broken(text)).toBeNull();
    expect(text.map((line) => JSON.parse(line).n)).toEqual([1, 2, 3]);
  });

  it.each<[string, (text: string[]) => string[], number]>([
    ['a line that was changed', (text) => text.map((line) => line.replace('b.csv', 'c.csv')), 2],
    ['a line that was taken out', ([first, , third]) => [first!, third!], 2],
    ['lines that changed places', ([first, second, third]) => [first!, third!, second!], 2],
    ['a line that is none', ([first, , third]) => [first!, '{"at":', third!], 2],
    ['a line of no object', ([first, , third]) => [first!, 'null', third!], 2],
    // Read as JSON the second key wins: what people see is not what the hash is of.
    [
      'a key that stands twice',
      (text) => text.with(1, text[1]!.replace('"action":', '"action":"nothing","action":')),
      2,
    ],
    ['spaces between', (text) => text.with(0, text[0]!.replace('"n":1', '"n": 1')), 1],
  ])('shows %s', async (_, change, line) => {
    expect(await broken(change(await threeLines()))).toEqual({ line, why: 'altered' });
  });

  it('lets six write at once and keeps every line', async () => {
    const logs = await Promise.all(Array.from({ length: 6 }, () => open()));
    await Promise.all(logs.map((log, i) => log.write({ action: 'decided', details: { i } })));
    expect(lines()).toHaveLength(6);
    expect(await broken(lines())).toBeNull();
  });

  it.each([
    ['an hour before the last line', '2023-06-22T09:00:00.000Z', ['read', 'clock-set-back', 'decided']],
    ['half a minute, as a time server does', '2023-06-22T09:59:30.000Z', ['read', 'decided']],
    ['forward', '2023-06-22T11:00:00.000Z', ['read', 'decided']],
  ])('says where the clock was put %s', async (_, then, actions) => {
    const before = process.env.TOTSUGO_NOW;
    try {
      process.env.TOTSUGO_NOW = '2023-06-22T10:00:00.000Z';
      await (await open(key)).write({ action: 'read' });
      process.env.TOTSUGO_NOW = then;
      await (await open(key)).write({ action: 'decided' });
      // Told once: what follows is after it.
      await (await open(key)).write({ action: 'purged' });
    } finally {
      if (before === undefined) delete process.env.TOTSUGO_NOW;
      else process.env.TOTSUGO_NOW = before;
    }
    expect(lines().map((line) => JSON.parse(line).action)).toEqual([...actions, 'purged']);
    expect(await broken(lines(), key)).toBeNull();
  });

  it('repairs a line that a crash has torn, and says so', async () => {
    const whole = await threeLines();
    writeFileSync(path, `${whole.join('\n')}\n{"n":4,"at":"20`);
    await (await open()).write({ action: 'decided' });
    expect(await broken(lines())).toBeNull();
    expect(lines().map((line) => JSON.parse(line).action)).toEqual([
      'read',
      'read',
      'purged',
      'log-repaired',
      'decided',
    ]);
    expect(JSON.parse(lines()[3]!).bytes).toBe(15);
  });

  it.each([
    ['nothing but a torn line', '{"n":1,'],
    ['zeros of a disk that lost its power', '\0'.repeat(80)],
  ])('begins anew after %s', async (_, text) => {
    writeFileSync(path, text);
    await (await open()).write({ action: 'decided' });
    expect(lines().map((line) => JSON.parse(line).action)).toEqual(['log-repaired', 'decided']);
    expect(await broken(lines())).toBeNull();
  });

  it('is not carried on where its last line is none', async () => {
    writeFileSync(path, 'not a log\n');
    await expect(open()).rejects.toMatchObject({ code: 'audit-log-unreadable', exitCode: 2 });
  });

  it('goes on after lines of an earlier version, which have no numbers', async () => {
    const old = { at: 'then', who: 'me', run_id: 'r', action: 'read', chain: 'sha256', previous: '' };
    // SHA-256 of that text by Python's hashlib.
    const hash = 'e21d70eb5228c7863cf90a8d286aac0d0d0dd0bdf6e8cfe5b9317cdcd018094b';
    writeFileSync(path, `${JSON.stringify({ ...old, hash })}\n`);
    await (await open()).write({ action: 'decided' });
    expect(JSON.parse(lines()[1]!)).toMatchObject({ n: 2, previous: hash });
    expect(await broken(lines())).toBeNull();
  });
});

describe('an audit log with a key', () => {
  it('names the key in every line and holds with it alone', async () => {
    const text = await threeLines(key);
    for (const line of text) expect(JSON.parse(line)).toMatchObject({ chain: 'hmac-sha256', key: key.id });
    expect(text.join('')).not.toContain('of the office');
    expect(await broken(text, key)).toBeNull();
    expect(await broken(text)).toEqual({ line: 1, why: 'unknown-key' });
    expect(await broken(text, other)).toEqual({ line: 1, why: 'unknown-key' });
    expect(await broken(text.with(1, text[1]!.replace('b.csv', 'c.csv')), key)).toMatchObject({ line: 2 });
  });

  it('is not to be had by writing the chain anew under its id without it', async () => {
    const forged = (await threeLines(other)).map((line) => line.replaceAll(other.id, key.id));
    expect(await broken(forged, key)).toEqual({ line: 1, why: 'altered' });
  });

  it('is not carried on without it, by nobody', async () => {
    await threeLines(key);
    const before = readFileSync(path, 'utf8');
    await expect(open()).rejects.toMatchObject({ code: 'audit-log-keyed', exitCode: 2 });
    expect(readFileSync(path, 'utf8')).toBe(before);
    // A plain line put there by hand is no continuation, however well it is hashed.
    const { hash: _, ...last } = JSON.parse(lines().at(-1)!);
    const entry = { ...last, n: 4, chain: 'sha256', previous: JSON.parse(lines().at(-1)!).hash };
    const hash = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
    const text = [...lines(), JSON.stringify({ ...entry, hash })];
    expect(await broken(text, key)).toEqual({ line: 4, why: 'plain-after-keyed' });
  });

  it('goes on under another key, which a line tells; earlier lines hold under the retired one', async () => {
    await threeLines(key);
    const place = { path, runId: 'run-2', key: other, retired: [key], heads: [head], witnesses: [] };
    await (await openAuditLog(place)).write({ action: 'decided' });
    expect(JSON.parse(lines()[3]!)).toMatchObject({ action: 'key-rotated', from: key.id, key: other.id });
    expect(lines()).toHaveLength(5);
    expect(await broken(lines(), other, key)).toBeNull();
    expect(await broken(lines(), other)).toEqual({ line: 1, why: 'unknown-key' });
    expect(await readLogHead(head, [other])).toMatchObject({ lines: 5 });
  });

  it('that was cut off before the key was replaced says so: the head is held by the retired key', async () => {
    const text = await threeLines(key);
    writeFileSync(path, `${text.slice(0, 2).join('\n')}\n`);
    const place = { path, runId: 'run-2', key: other, retired: [key], heads: [head], witnesses: [] };
    await (await openAuditLog(place)).write({ action: 'decided' });
    expect(await broken(lines(), other, key)).toEqual({ line: 3, why: 'cut-before' });
  });

  it('may begin in a plain log: the lines from there on are under the key', async () => {
    await threeLines();
    await (await open(key)).write({ action: 'decided' });
    expect(await verifyChain(lines(), [key])).toMatchObject({
      broken: null,
      plainLines: 3,
      end: { keyed: true },
    });
  });
});

describe('the head of a log', () => {
  it('counts its lines in a second place, sealed with the key', async () => {
    const text = await threeLines(key);
    expect(await readLogHead(head, [key])).toMatchObject({ lines: 3, hash: JSON.parse(text[2]!).hash });
    expect(await readLogHead(head, [other])).toBe('unsound');
    const sealed = readFileSync(head, 'utf8');
    writeFileSync(head, sealed.replace('"lines":3', '"lines":2'));
    expect(await readLogHead(head, [key])).toBe('unsound');
    expect(await readLogHead(join(dir, 'nowhere'), [key])).toBe('none');
  });

  it('finds an end that was cut off, and the log says so for ever', async () => {
    const text = await threeLines(key);
    writeFileSync(path, `${text.slice(0, 1).join('\n')}\n`);
    await (await open(key)).write({ action: 'decided' });
    expect(await broken(lines(), key)).toEqual({ line: 2, why: 'cut-before' });
    expect(JSON.parse(lines()[1]!)).toMatchObject({ lines_expected: 3, lines_found: 1 });
  });

  it('finds a log that was taken away whole', async () => {
    await threeLines(key);
    rmSync(path);
    await (await open(key)).write({ action: 'decided' });
    expect(await broken(lines(), key)).toEqual({ line: 1, why: 'cut-before' });
  });

  it('behind the log, as a crash leaves it, is no fault', async () => {
    await threeLines(key);
    await writeLogHead(
      head,
      path,
      { lines: 2, hash: JSON.parse(lines()[1]!).hash, key: key.id, keyed: true, at: '' },
      key,
    );
    await (await open(key)).write({ action: 'decided' });
    expect(await broken(lines(), key)).toBeNull();
    expect(await readLogHead(head, [key])).toMatchObject({ lines: 4 });
  });
});

describe('auditKey', () => {
  it('reads the file beside the pipeline, does without one that is not there, refuses an empty one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'totsugo-key-'));
    const keyOf = (keyFile: string | null) => auditKey({ dir: folder, privacy: { keyFile } });
    await writeFile(join(folder, 'key'), 'secret');
    await writeFile(join(folder, 'empty'), '');
    const read = await keyOf('key');
    expect(read?.reveal().toString()).toBe('secret');
    expect(`${read} ${JSON.stringify({ read })} ${inspect({ read })}`).not.toContain('secret');
    expect(await keyOf('missing')).toBeNull();
    expect(await keyOf('~/no-such-folder-of-totsugo/key')).toBeNull();
    expect(await keyOf(null)).toBeNull();
    await expect(keyOf('empty')).rejects.toMatchObject({ code: 'key-unusable', exitCode: 2 });
    await expect(keyOf('/dev/zero')).rejects.toMatchObject({ exitCode: 2 });
    await expect(keyOf('.')).rejects.toMatchObject({ exitCode: 2 });
    const retiredOf = (keyFile: string | null) => retiredKeys({ dir: folder, privacy: { keyFile } });
    expect([await retiredOf('key'), await retiredOf(null)]).toEqual([[], []]);
    await mkdir(join(folder, 'key.retired'));
    for (const name of ['2024', '2023']) await writeFile(join(folder, 'key.retired', name), name);
    expect((await retiredOf('key')).map((one) => one.reveal().toString())).toEqual(['2023', '2024']);
  });
});
