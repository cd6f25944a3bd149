import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { RUN_MARKER } from '../../src/files/run-marker.js';
import { writeMarker } from '../../src/pipeline/marker.js';
import { heal, mustBeOurs, publish, type RunFolders, runFolders } from '../../src/pipeline/run-folders.js';

let parent: string;
let folders: RunFolders;
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'totsugo-folders-'));
  folders = await runFolders(join(parent, 'out'));
});

const put = (dir: string, files: Readonly<Record<string, string>>) => {
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
};
const manifest = (runId: string, status = 'done') =>
  JSON.stringify({
    run_id: runId,
    tool: { name: 'totsugo', version: '0.1.0' },
    status,
    as_of: '2023-06-22',
    started_at: '2023-06-22T01:00:00.000Z',
    finished_at: null,
    pipeline: { name: 'town', path: '/town.yaml', sha256: '' },
    inputs_digest: null,
    inputs: [],
    stages: [],
  });

/** A whole run with a report and working data. */
async function night(dir: string, runId: string): Promise<void> {
  put(dir, { 'run.json': manifest(runId), 'findings.csv': runId });
  put(join(dir, 'work'), { 'totsugo.duckdb': 'numbers' });
  await writeMarker(dir, { run_id: runId, entries: ['findings.csv', 'run.json', 'work'] });
}
const report = (dir: string) => readFileSync(join(dir, 'findings.csv'), 'utf8');

describe('mustBeOurs', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['an empty folder', {}],
    [
      'a run of an earlier version, and what people put beside it',
      { 'run.json': manifest('a'), 'notes.txt': '' },
    ],
    [
      'a marked folder whose run.json is torn',
      { [RUN_MARKER]: '{"schema":"totsugo-run-folder/1","run_id":"a","entries":null}', 'run.json': '{"run' },
    ],
    ['a run whose marker is torn', { [RUN_MARKER]: '', 'run.json': manifest('a') }],
    ['one killed with its first file', { [`${RUN_MARKER}.part`]: '' }],
  ])('takes %s', async (_, files) => {
    for (const dir of Object.values(folders)) put(dir, files);
    await expect(mustBeOurs(folders)).resolves.toBeUndefined();
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a file of others', { 'thesis.txt': '' }],
    ['run.json of another tool', { 'run.json': '{"name":"my other tool"}', src: '' }],
    ['run.json that claims to be done', { 'run.json': '{"status":"done"}' }],
    ['run.json that is not JSON', { 'run.json': 'run: everything' }],
    ['an empty run.json', { 'run.json': '' }],
    ['a marker of another schema', { [RUN_MARKER]: '{"schema":"else","run_id":"a","entries":null}' }],
    ['names alone', { '.lock': '', work: '', 'audit-log.jsonl': '' }],
  ])('refuses %s, wherever it stands', async (_, files) => {
    for (const dir of Object.values(folders)) {
      const alone = await runFolders(join(mkdtempSync(join(parent, 'x-')), 'out'));
      const same = {
        [folders.target]: 'target',
        [folders.running]: 'running',
        [folders.previous]: 'previous',
      }[dir]!;
      put(alone[same as keyof RunFolders], files);
      await expect(mustBeOurs(alone)).rejects.toMatchObject({ code: 'folder-not-empty', exitCode: 2 });
    }
  });

  it('refuses a file, and a link in the place of the folder that a run works in', async () => {
    writeFileSync(folders.target, '');
    await expect(mustBeOurs(folders)).rejects.toMatchObject({ code: 'folder-unusable', exitCode: 2 });
    const other = await runFolders(join(parent, 'other'));
    await night(join(parent, 'elsewhere'), 'a');
    symlinkSync(join(parent, 'elsewhere'), other.running);
    await expect(mustBeOurs(other)).rejects.toMatchObject({ exitCode: 2 });
  });

  it('refuses a mount point, which nothing can take the place of', async () => {
    await expect(mustBeOurs(await runFolders('/proc'))).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe('publish', () => {
  it('puts a first run in its place, also of an empty folder', async () => {
    mkdirSync(folders.target);
    await night(folders.running, 'first');
    await publish(folders);
    expect(report(folders.target)).toBe('first');
    expect(readdirSync(parent).sort()).toEqual(['latest', 'out']);
  });

  it('keeps the earlier outputs as previous, without working data, and disposes of those before', async () => {
    for (const runId of ['first', 'second', 'third']) {
      await night(folders.running, runId);
      if (runId === 'first') linkSync(join(folders.running, 'findings.csv'), join(parent, 'seen'));
      await publish(folders);
    }
    // Overwritten before it was removed, as a second name of it shows.
    expect(readFileSync(join(parent, 'seen'))).toEqual(Buffer.alloc('first'.length));
    rmSync(join(parent, 'seen'));
    expect([report(folders.target), report(folders.previous)]).toEqual(['third', 'second']);
    expect(readdirSync(folders.previous).sort()).toEqual([
      RUN_MARKER,
      'disposal.json',
      'findings.csv',
      'run.json',
    ]);
    expect(readdirSync(parent).sort()).toEqual(['.out.previous', 'latest', 'out']);
  });

  it('takes files of people along, and never one in the place of its own', async () => {
    await night(folders.target, 'first');
    put(folders.target, { 'notes.txt': 'mine' });
    put(join(folders.target, 'letters'), { 'a.txt': 'mine' });
    for (const runId of ['second', 'third', 'fourth']) {
      await night(folders.running, runId);
      await publish(folders);
    }
    expect(readFileSync(join(folders.target, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folders.target, 'letters', 'a.txt'), 'utf8')).toBe('mine');
    expect(report(folders.target)).toBe('fourth');
  });

  it('replaces what a link points at, not the link', async () => {
    await night(join(parent, 'real'), 'first');
    symlinkSync(join(parent, 'real'), join(parent, 'link'));
    const linked = await runFolders(join(parent, 'link'));
    await night(linked.running, 'second');
    await publish(linked);
    expect([report(join(parent, 'link')), report(join(parent, 'real'))]).toEqual(['second', 'second']);
  });
});

describe('heal', () => {
  it('ends a replacement that was cut short between its two renames', async () => {
    await night(folders.target, 'first');
    await night(folders.running, 'second');
    renameSync(folders.target, folders.previous);
    await heal(folders.target);
    expect([report(folders.target), report(folders.previous)]).toEqual(['second', 'first']);
  });

  it.each([
    ['has not finished', null, 'running'],
    ['has failed', ['run.json'], 'failed'],
  ] as const)('does not put a run in place that %s', async (_, entries, status) => {
    put(folders.running, { 'run.json': manifest('second', status) });
    await writeMarker(folders.running, { run_id: 'second', entries: entries === null ? null : [...entries] });
    await heal(folders.target);
    expect(readdirSync(parent)).toEqual(['.out.running']);
  });
});

describe('latest', () => {
  const link = () => join(parent, 'latest');

  it('leads to the run that took its place last, and can be moved with the folder around', async () => {
    await night(folders.running, 'one');
    await publish(folders);
    expect(readlinkSync(link())).toBe('out');
    const tomorrow = await runFolders(join(parent, 'tomorrow'));
    await night(tomorrow.running, 'two');
    await publish(tomorrow);
    expect(report(link())).toBe('two');
    expect((await runFolders(link())).target).toBe(tomorrow.target);
    expect(readdirSync(parent).sort()).toEqual(['latest', 'out', 'tomorrow']);
  });

  it.each<[string, () => void]>([
    ['a file', () => writeFileSync(link(), 'mine')],
    ['a folder', () => put(link(), { mine: '' })],
  ])('leaves %s of that name to whom it belongs', async (_, make) => {
    make();
    await night(folders.running, 'one');
    await publish(folders);
    expect(lstatSync(link()).isSymbolicLink()).toBe(false);
    expect(report(folders.target)).toBe('one');
  });

  it('is no link in a folder that is itself the run of that name', async () => {
    const latest = await runFolders(link());
    await night(latest.running, 'one');
    await publish(latest);
    expect(lstatSync(link()).isDirectory()).toBe(true);
    expect(report(link())).toBe('one');
  });
});
