import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Act, type Implied, type LinkedCase, settle } from '../../src/report/html/viewer/implied.js';

const LINK = ['wrong-candidate', 'wrong-unknown', 'right', 'hold', 'bad-data'] as const;
const SECOND = ['this-valid', 'other-valid', 'both-valid', 'hold', 'bad-data'] as const;

function link(id: string, part: Partial<LinkedCase> = {}): LinkedCase {
  return {
    ...{ id, kind: 'wrong-resident', cause: 'row-shift', source: 'cards', record: `r-${id}` },
    ...{ resident: `R-${id}`, candidates: [{ label: 'C1', resident: `C-${id}` }], beside: 0, offered: LINK },
    ...part,
  };
}

function second(id: string, record: string, part: Partial<LinkedCase> = {}): LinkedCase {
  const kind = 'duplicate-link';
  return link(id, {
    kind,
    cause: '',
    record,
    resident: 'R-1',
    candidates: [],
    beside: 1,
    offered: SECOND,
    ...part,
  });
}

const wrong: Implied = { decision: 'wrong-candidate', candidate: 'C1' };
const plain = (decision: Implied['decision']): Implied => ({ decision, candidate: null });

/** A shifted block whose last row is one of two records of the resident R-1: the case that was decided wrong. */
const BLOCK = [link('W1'), link('W2'), link('W3', { record: 'r-a', resident: 'R-1' })];
const PAIR = [second('DA', 'r-a'), second('DB', 'r-b')];
const ALL = [...BLOCK, ...PAIR];

function settled(
  start: string,
  said: Implied,
  options: {
    all?: readonly LinkedCase[];
    standing?: Record<string, Implied>;
    unchosen?: readonly string[];
  } = {},
) {
  const { all = ALL, standing = {}, unchosen = Object.keys(standing) } = options;
  const act: Act = {
    start: all.find(({ id }) => id === start)!,
    said,
    chosen: all.filter(({ id }) => id !== start && !unchosen.includes(id)),
    unchosen: all.filter(({ id }) => id !== start && unchosen.includes(id)),
    standing: new Map(Object.entries(standing)),
  };
  const { implied, contradictions } = settle(act);
  const answers = [...implied, [start, said] as const].map(([id, answer]) => [id, answer.decision]);
  return { answers: Object.fromEntries(answers.sort()) as Record<string, string>, contradictions };
}

describe('what an act says of the cases that belong together', () => {
  const whole = {
    ...{ DA: 'other-valid', DB: 'this-valid' },
    ...{ W1: 'wrong-candidate', W2: 'wrong-candidate', W3: 'wrong-candidate' },
  };

  test.each(['W1', 'W2', 'W3'])('is the same when it starts at %s of a shifted block', (start) => {
    expect(settled(start, wrong)).toEqual({ answers: whole, contradictions: [] });
  });

  test('does not hang on start or order', () => {
    const orders = fc.shuffledSubarray([...ALL], { minLength: ALL.length, maxLength: ALL.length });
    fc.assert(
      fc.property(orders, fc.constantFrom('W1', 'W2', 'W3'), (all, start) => {
        expect(settled(start, wrong, { all })).toEqual({ answers: whole, contradictions: [] });
      }),
    );
  });

  test('never leaves a record valid whose link is wrong, nor two valid ones, without telling', () => {
    const ids = ALL.map(({ id }) => id);
    const said = (id: string) =>
      fc.constantFrom(...(id.startsWith('W') ? LINK : SECOND)).map((decision) => ({
        decision,
        candidate: decision === 'wrong-candidate' ? 'C1' : null,
      }));
    const acts = fc.constantFrom(...ids).chain((start) =>
      fc.record({
        start: fc.constant(start),
        said: said(start),
        standing: fc.record(
          Object.fromEntries(ids.filter((id) => id !== start).map((id) => [id, said(id)])),
          {
            requiredKeys: [],
          },
        ),
      }),
    );
    fc.assert(
      fc.property(acts, ({ start, said: first, standing }) => {
        const { answers, contradictions } = settled(start, first, {
          standing: standing as Record<string, Implied>,
        });
        const final: Record<string, string> = {
          ...Object.fromEntries(Object.entries(standing).map(([id, said]) => [id, said!.decision])),
          ...answers,
        };
        // By hand: what cannot hold together of two records and the link of one of them.
        const is = (id: string, ...codes: readonly string[]) =>
          codes.some((code) => final[id]?.startsWith(code));
        const clauses: readonly (readonly [boolean, readonly string[]])[] = [
          [is('W3', 'wrong') && is('DA', 'this-valid', 'both-valid'), ['W3', 'DA']],
          [is('W3', 'wrong') && is('DB', 'both-valid'), ['W3', 'DB']],
          [is('DA', 'this-valid') && is('DB', 'this-valid', 'both-valid'), ['DA', 'DB']],
          [is('DB', 'this-valid') && is('DA', 'both-valid'), ['DA', 'DB']],
          [is('DA', 'other-valid') && is('DB', 'other-valid', 'both-valid'), ['DA', 'DB']],
          [is('DB', 'other-valid') && is('DA', 'both-valid'), ['DA', 'DB']],
        ];
        const told = clauses.filter(([holds, ids]) => holds && ids.some((id) => id in answers));
        expect([...contradictions].sort()).toEqual([...new Set(told.flatMap(([, ids]) => ids))].sort());
      }),
    );
  });

  test.each<[string, string, Implied, Parameters<typeof settled>[2], Record<string, string>]>([
    [
      'a record valid leaves the other not',
      'DA',
      plain('this-valid'),
      {},
      { DA: 'this-valid', DB: 'other-valid' },
    ],
    ['a link decided wrong before counts', 'W1', wrong, { standing: { W3: wrong } }, without(whole, 'W3')],
    [
      'a link decided right before counts',
      'W1',
      wrong,
      { standing: { W3: plain('right') } },
      { W1: 'wrong-candidate', W2: 'wrong-candidate' },
    ],
    [
      'a record that is taken out is left, and its link still counts for the other',
      'W1',
      wrong,
      { unchosen: ['DA'] },
      without(whole, 'DA'),
    ],
    [
      'of three records one out leaves two to look at',
      'W3',
      wrong,
      { all: [...BLOCK, ...PAIR, second('DC', 'r-c')].map((one) => ({ ...one, beside: 2 })) },
      without(whole, 'DB'),
    ],
    [
      'a third record that has no case here leaves the second to look at',
      'W3',
      wrong,
      { all: [...BLOCK, ...PAIR.map((one) => ({ ...one, beside: 2 }))] },
      without(whole, 'DB'),
    ],
    [
      'both records wrong leave both to look at',
      'W1',
      wrong,
      { all: [...ALL, link('W4', { record: 'r-b', resident: 'R-1' })] },
      { ...without(without(whole, 'DA'), 'DB'), W4: 'wrong-candidate' },
    ],
    [
      'the same record linked to somebody else, too, says nothing',
      'W3',
      wrong,
      { all: [BLOCK[2]!, ...PAIR.map((one) => ({ ...one, resident: 'R-2' }))] },
      { W3: 'wrong-candidate' },
    ],
    [
      'a record of another source by the same key says nothing',
      'W3',
      wrong,
      { all: [BLOCK[2]!, ...PAIR.map((one) => ({ ...one, source: 'insurance' }))] },
      { W3: 'wrong-candidate' },
    ],
    [
      'a link wrong for another cause is looked at by itself',
      'W1',
      wrong,
      { all: [BLOCK[0]!, link('X', { cause: 'family' })] },
      { W1: 'wrong-candidate' },
    ],
  ])('%s', (_, start, said, options, expected) => {
    expect(settled(start, said, options)).toEqual({ answers: expected, contradictions: [] });
  });

  test.each<[string, string, Implied, Record<string, Implied>, readonly string[]]>([
    ['a record valid of which the link is wrong', 'DA', plain('this-valid'), { W3: wrong }, ['W3', 'DA']],
    ['the link wrong of a record that is valid', 'W3', wrong, { DA: plain('this-valid') }, ['W3', 'DA']],
    ['from another row of the block, too', 'W1', wrong, { DA: plain('this-valid') }, ['W3', 'DA']],
    [
      'both valid, and one link wrong',
      'DB',
      plain('both-valid'),
      { W3: wrong, DA: plain('both-valid') },
      ['W3', 'DB'],
    ],
    ['two records valid', 'DA', plain('this-valid'), { DB: plain('this-valid') }, ['DA', 'DB']],
    ['one of two valid, and both', 'DB', plain('other-valid'), { DA: plain('both-valid') }, ['DA', 'DB']],
    ['no record valid', 'DA', plain('other-valid'), { DB: plain('other-valid') }, ['DA', 'DB']],
  ])('tells of a contradiction: %s', (_, start, said, standing, expected) => {
    const { contradictions } = settled(start, said, { standing });
    expect([...contradictions].sort()).toEqual([...expected].sort());
  });
});

function without(answers: Record<string, string>, id: string): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));
}
