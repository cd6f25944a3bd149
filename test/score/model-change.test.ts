import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/score/model.js';
import { modelChange } from '../../src/score/model-change.js';
import { modelJson } from '../../src/score/model-file.js';
import { smallModel } from './small-model.js';

const base = smallModel();
const model = (sources: Record<string, typeof base>): Model => ({ version: 1, sources });
/** The model with m and u of a level of the sex multiplied. */
const scaled = (m: number, u = 1) => {
  const { exact } = base.levels.sex!;
  const sex = { ...base.levels.sex, exact: { ...exact!, m: exact!.m * m, u: exact!.u * u } };
  return { ...base, levels: { ...base.levels, sex } };
};
const change = (now: Record<string, typeof base>, before: Record<string, typeof base>) =>
  modelChange(model(now), modelJson(model(before)));

describe('modelChange', () => {
  it('says nothing of a model that stayed, or moved by less than a bit', () => {
    expect(change({ cards: base }, { cards: base })).toBeNull();
    expect(change({ cards: scaled(0.51) }, { cards: base })).toBeNull();
    expect(change({ cards: { ...base, wrongRate: base.wrongRate * 1.9 } }, { cards: base })).toBeNull();
  });

  it('names the weights that moved by a bit or more, the largest first', () => {
    const moved = change({ a: scaled(0.5), b: scaled(0.25, 4) }, { a: base, b: base })!;
    const weight = Math.round(100 * Math.log2(base.levels.sex!.exact!.m / base.levels.sex!.exact!.u)) / 100;
    expect(moved.moved).toEqual([
      {
        source: 'b',
        comparison: 'sex',
        level: 'exact',
        before: weight,
        after: expect.closeTo(weight - 4, 9),
      },
      {
        source: 'a',
        comparison: 'sex',
        level: 'exact',
        before: weight,
        after: expect.closeTo(weight - 1, 9),
      },
    ]);
    expect(moved.moved_total).toBe(2);
  });

  it('tells of wrong rates that doubled, and of sources that came and went', () => {
    const found = change(
      { cards: { ...base, wrongRate: 0.004 }, services: base },
      { cards: { ...base, wrongRate: 0.001 }, accounts: base },
    );
    expect(found).toMatchObject({
      moved: [],
      wrong_rates: [{ source: 'cards', before: 0.001, after: 0.004 }],
      sources_added: ['services'],
      sources_removed: ['accounts'],
    });
  });

  it('says so where the model before is of another version, and nothing where there was none', () => {
    const other = JSON.stringify({ version: 0, sources: {} });
    expect(modelChange(model({ cards: base }), other)).toMatchObject({ comparable: false, moved: [] });
    expect(modelChange(model({ cards: base }), '')).toBeNull();
    expect(modelChange(model({ cards: base }), 'null')).toBeNull();
  });
});
