import { describe, expect, it } from 'vitest';
import type { StageName } from '../../src/audit/stage-name.js';
import { STAGE_NAMES } from '../../src/audit/stage-name.js';
import { onTheWay } from '../../src/commands/progress.js';
import { remainingSeconds } from '../../src/pipeline/remaining.js';

const record = (name: StageName, seconds: number) => ({ name, seconds, rows_in: 1, rows_out: 1 });
const STAGES = ['ingest', 'check', 'normalize'] as const;
const before = [record('ingest', 10), record('check', 20), record('normalize', 30)];

describe('remainingSeconds', () => {
  it.each<[string, Parameters<typeof remainingSeconds>[1], number | null]>([
    ['as the night before', { before, done: [], elapsed: 0 }, 60],
    ['less what has gone', { before, done: [], elapsed: 4 }, 56],
    // Twice as slow as the night before: 40 and 60 are to come, of which 5 have gone.
    ['stretched by the pace so far', { before, done: [record('ingest', 20)], elapsed: 5 }, 95],
    // 30 s in a stage of 20: 1.5 times; 1.5 x 50 - 30.
    ['stretched by a stage that overruns', { before, done: [record('ingest', 10)], elapsed: 30 }, 45],
    ['unknown on a first night that has told nothing', { before: [], done: [], elapsed: 5 }, null],
    ['nothing after the last stage', { before, done: before, elapsed: 0 }, 0],
  ])('%s', (_, night, seconds) => {
    expect(remainingSeconds(STAGES, night)).toBe(seconds);
  });

  it('goes by the usual parts of a night on a first one', () => {
    const left = remainingSeconds(STAGE_NAMES, { before: [], done: [record('ingest', 5)], elapsed: 0 });
    // The first stage is a twentieth.
    expect(left).toBeCloseTo(95);
  });

  it('does not go by a night with other stages', () => {
    expect(remainingSeconds(STAGES, { before: before.slice(1), done: [], elapsed: 0 })).toBeNull();
  });
});

describe('what is told of a stage that runs', () => {
  it.each([
    [{ elapsed: 12, rows: 3_400_000, left: 25 }, '12 s, 3,400,000 rows (283,333/s), about 25 s left'],
    [{ elapsed: 400, rows: 0, left: 7200 }, '7 min, about 2.0 h left'],
    [{ elapsed: 3, rows: 0, left: null }, '3 s'],
  ])('%j', (state, text) => {
    expect(onTheWay(state, 'en')).toBe(text);
  });

  it('in Japanese', () => {
    const state = { elapsed: 12, rows: 3_400_000, left: 600 };
    expect(onTheWay(state, 'ja')).toBe('12 秒経過、3,400,000 行（毎秒 283,333）、残り約 10 分');
  });
});
