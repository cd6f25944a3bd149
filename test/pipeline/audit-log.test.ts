import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditKey } from '../../src/pipeline/audit-key.js';
import { openAuditLogOf, verifyAuditLog } from '../../src/pipeline/audit-log.js';

async function threeLines(key: Buffer | null = null): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'totsugo-log-'));
  const log = await openAuditLogOf(dir, 'run-1', key);
  await log.write('read', { path: 'a.csv' });
  await log.write('read', { path: 'b.csv' });
  await (await openAuditLogOf(dir, 'run-1', key)).write('purged', {});
  return readFile(join(dir, 'audit-log.jsonl'), 'utf8');
}

describe('audit log', () => {
  it('holds, also when a later command goes on with it', async () => {
    expect(verifyAuditLog(await threeLines())).toBeNull();
  });

  it('shows the first line that was changed', async () => {
    expect(verifyAuditLog((await threeLines()).replace('b.csv', 'c.csv'))).toBe(2);
  });

  it('shows where a line was taken out', async () => {
    const lines = (await threeLines()).split('\n');
    expect(verifyAuditLog([lines[0], lines[2]].join('\n'))).toBe(2);
  });

  it('shows a line that is no longer one', async () => {
    const [first, , third] = (await threeLines()).split('\n');
    expect(verifyAuditLog([first, '{"at":', third].join('\n'))).toBe(2);
    expect(verifyAuditLog('')).toBe(1);
  });
});

describe('an audit log with a key', () => {
  const key = Buffer.from('of the office');

  it('holds with the key alone', async () => {
    const text = await threeLines(key);
    expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({ chain: 'hmac-sha256' });
    expect(verifyAuditLog(text, key)).toBeNull();
    expect(verifyAuditLog(text)).toBe(1);
    expect(verifyAuditLog(text, Buffer.from('another'))).toBe(1);
    expect(verifyAuditLog(text.replace('b.csv', 'c.csv'), key)).toBe(2);
  });

  it('is not to be had by writing the chain anew without it', async () => {
    expect(JSON.parse((await threeLines()).split('\n')[0]!)).toMatchObject({ chain: 'sha256' });
    expect(verifyAuditLog(await threeLines(), key)).toBe(1);
  });
});

describe('auditKey', () => {
  it('reads the file beside the pipeline, does without one that is not there, refuses an empty one', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'totsugo-key-'));
    const keyOf = (keyFile: string | null) => auditKey({ dir, privacy: { keyFile } });
    await writeFile(join(dir, 'key'), 'secret');
    await writeFile(join(dir, 'empty'), '');
    expect((await keyOf('key'))?.toString()).toBe('secret');
    expect(await keyOf('missing')).toBeNull();
    expect(await keyOf('~/no-such-folder-of-totsugo/key')).toBeNull();
    expect(await keyOf(null)).toBeNull();
    await expect(keyOf('empty')).rejects.toMatchObject({ code: 'key-unusable', exitCode: 2 });
  });
});
