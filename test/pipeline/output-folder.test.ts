import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, mustBeOurs } from '../../src/pipeline/output-folder.js';

async function folder(...names: string[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'totsugo-folder-'));
  for (const name of names) await writeFile(join(dir, name), '');
  return dir;
}

describe('mustBeOurs', () => {
  it.each([
    ['nothing yet', []],
    ['killed with its first files', ['.lock', 'work', 'audit-log.jsonl', 'run.json.part']],
    ['a run, and what people put beside it', ['run.json', 'findings.csv', 'notes.txt']],
  ])('takes %s', async (_, names) => {
    await expect(mustBeOurs(await folder(...names))).resolves.toBeUndefined();
  });

  it.each([
    ['a file of others', ['thesis.txt']],
    ['a file of others beside a lock', ['.lock', 'work', 'thesis.txt']],
  ])('refuses %s', async (_, names) => {
    const dir = await folder(...names);
    await expect(mustBeOurs(dir)).rejects.toMatchObject({ code: 'folder-not-empty', exitCode: 2 });
  });
});

it('emptyFolder leaves the lock', async () => {
  const dir = await folder('.lock', 'run.json', 'findings.csv');
  await emptyFolder(dir);
  expect(await readdir(dir)).toEqual(['.lock']);
});
