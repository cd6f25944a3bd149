import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareNights, earlierNights, earlierRuns } from '../../src/pipeline/nights.js';

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
    status: 'done',
    started_at: startedAt,
    inputs_digest: digest,
    pipeline: { name: 'town' },
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
    run('other', '2023-06-21T02:00:00.000Z', 'four', [], { pipeline: { name: 'village' } });
    run('failed', '2023-06-21T03:00:00.000Z', 'five', [], { status: 'failed' });
    mkdirSync(join(parent, 'no-run'));
    const out = run('now', '2023-06-22T02:00:00.000Z', 'six', []);
    expect(await earlierRuns(out, 'town', 'three')).toEqual([second, first]);
  });

  it('are none in a folder that does not exist yet', async () => {
    expect(await earlierRuns(join(parent, 'missing', 'out'), 'town', 'one')).toEqual([]);
  });
});

describe('compareNights', () => {
  it('tells new, continuing, recurring and resolved findings apart', async () => {
    const last = run('last', '2023-06-21T01:00:00.000Z', 'two', ['F-a', 'F-b']);
    const before = run('before', '2023-06-20T01:00:00.000Z', 'one', ['F-a', 'F-c', 'F-d']);
    const earlier = await earlierNights([last, before]);
    expect([...earlier.last]).toEqual(['F-a', 'F-b']);
    expect([...earlier.before]).toEqual(['F-c', 'F-d']);
    // a goes on, b is gone, c comes back, e and f were never there; d was resolved before last night already.
    expect(compareNights(['F-a', 'F-c', 'F-e', 'F-f'], earlier)).toEqual({
      new: 2,
      continuing: 1,
      recurring: 1,
      resolved: 1,
    });
  });

  it('calls everything new on the first night', async () => {
    expect(compareNights(['F-a', 'F-b'], await earlierNights([]))).toEqual({
      new: 2,
      continuing: 0,
      recurring: 0,
      resolved: 0,
    });
  });
});
