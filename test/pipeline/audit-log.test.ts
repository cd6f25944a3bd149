import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAuditLogOf, verifyAuditLog } from '../../src/pipeline/audit-log.js';

async function threeLines(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'totsugo-log-'));
  const log = await openAuditLogOf(dir, 'run-1');
  await log.write('read', { path: 'a.csv' });
  await log.write('read', { path: 'b.csv' });
  await (await openAuditLogOf(dir, 'run-1')).write('purged', {});
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
});
