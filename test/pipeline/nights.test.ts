import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareNights, earlierNights, earlierRuns, statusOf } from '../../src/pipeline/nights.js';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'totsugo-test-'));
});

/** A run folder with the parts of run.json that nights are told by. */
function run(
  name: string,
  startedAt: string,
  digest: string,
  ids: readonly string[],
  rest: object = {},
): string {
  const dir = join(parent, name);
  mkdirSync(dir);
  const manifest = {
    run_id: name,
    tool: { name: 'totsugo', version: '0.1.0' },
    as_of: '2023-06-22',
    finished_at: startedAt,
    inputs: [],
    stages: [],
    status: 'done',
    started_at: startedAt,
    inputs_digest: digest,
    pipeline: { name: 'town', path: '/town.yaml', sha256: '' },
    ...rest,
  };
  writeFileSync(join(dir, 'run.json'), JSON.stringify(manifest));
  const lines = ids.map((id) => `${JSON.stringify({ finding_id: id, kind: 'wrong-resident' })}\n`);
  writeFileSync(join(dir, 'findings.jsonl'), lines.join(''));
  return dir;
}

describe('earlierRuns', () => {
  it('are the finished runs of the same pipeline on other inputs, newest first', async () => {
    const first = run('zz', '2023-06-20T01:00:00.000Z', 'one', []);
    const second = run('aa', '2023-06-21T01:00:00.000Z', 'two', [], { status: 'purged' });
    run('again', '2023-06-22T01:00:00.000Z', 'three', []);
    run('other', '2023-06-21T02:00:00.000Z', 'four', [], {
      pipeline: { name: 'village', path: '/village.yaml', sha256: '' },
    });
    run('failed', '2023-06-21T03:00:00.000Z', 'five', [], { status: 'failed' });
    run('begun', '2023-06-21T04:00:00.000Z', 'six', [], { status: 'purged', finished_at: null });
    mkdirSync(join(parent, 'no-run'));
    run('now', '2023-06-22T02:00:00.000Z', 'three', []);
    const tonight = { runId: 'now', pipeline: 'town', inputsDigest: 'three' };
    expect((await earlierRuns([parent], tonight)).map(({ dir }) => dir)).toEqual([second, first]);
  });

  it('are none in a folder that does not exist yet', async () => {
    const tonight = { runId: 'now', pipeline: 'town', inputsDigest: 'one' };
    expect(await earlierRuns([join(parent, 'missing')], tonight)).toEqual([]);
  });

  it('are those before a night was first run, whatever was run since: a repetition changes nothing', async () => {
    const before = run('before', '2023-06-20T01:00:00.000Z', 'one', []);
    run('this', '2023-06-21T01:00:00.000Z', 'two', []);
    run('since', '2023-06-22T01:00:00.000Z', 'three', []);
    const tonight = { runId: 'again', pipeline: 'town', inputsDigest: 'two' };
    expect((await earlierRuns([parent], tonight)).map(({ dir }) => dir)).toEqual([before]);
  });

  it('are found beside the pipeline file too, each once', async () => {
    const [reports, kept] = [join(parent, 'reports'), join(parent, 'kept')];
    for (const dir of [reports, kept]) mkdirSync(dir);
    const still = run('reports/first', '2023-06-20T01:00:00.000Z', 'one', []);
    run('kept/first', '2023-06-20T01:00:00.000Z', 'one', [], { run_id: 'reports/first' });
    const gone = run('kept/second', '2023-06-21T01:00:00.000Z', 'two', []);
    const tonight = { runId: 'now', pipeline: 'town', inputsDigest: 'three' };
    expect((await earlierRuns([reports, kept], tonight)).map(({ dir }) => dir)).toEqual([gone, still]);
  });

  it.each([
    ['of another program', '{"status":"done"}'],
    ['torn', '{"run_id":"x","tool":'],
    ['empty', ''],
    ['a list', '[]'],
  ])('are not folders whose run.json is %s', async (_, text) => {
    mkdirSync(join(parent, 'other'));
    writeFileSync(join(parent, 'other', 'run.json'), text);
    const tonight = { runId: 'now', pipeline: 'town', inputsDigest: 'three' };
    expect(await earlierRuns([parent], tonight)).toEqual([]);
  });

  it('are not folders whose run.json is a pipe, which would keep the night waiting', async () => {
    mkdirSync(join(parent, 'pipe'));
    execFileSync('mkfifo', [join(parent, 'pipe', 'run.json')]);
    const tonight = { runId: 'now', pipeline: 'town', inputsDigest: 'three' };
    expect(await earlierRuns([parent], tonight)).toEqual([]);
  });
});

describe('compareNights', () => {
  it('tells new, continuing, recurring and resolved findings apart', async () => {
    const last = run('last', '2023-06-21T01:00:00.000Z', 'two', ['F-a', 'F-b']);
    const before = run('before', '2023-06-20T01:00:00.000Z', 'one', ['F-a', 'F-c', 'F-d']);
    const earlier = await earlierNights([{ dir: last }, { dir: before }]);
    expect([...earlier!.last]).toEqual(['F-a', 'F-b']);
    expect([...earlier!.before]).toEqual(['F-c', 'F-d']);
    // a goes on, b is gone, c comes back, e and f were never there; d was resolved before last night already.
    expect(compareNights(['F-a', 'F-c', 'F-e', 'F-f'], earlier)).toEqual({
      new: 2,
      continuing: 1,
      recurring: 1,
      resolved: 1,
    });
  });

  it('calls nothing new on the first night', async () => {
    expect(statusOf('F-a', await earlierNights([]))).toBe('first');
    expect(compareNights(['F-a', 'F-b'], await earlierNights([]))).toEqual({
      first: 2,
      new: 0,
      continuing: 0,
      recurring: 0,
      resolved: 0,
    });
  });
});
