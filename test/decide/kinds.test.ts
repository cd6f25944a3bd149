import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DecisionCode } from '../../src/audit/case.js';
import { DECISION_CODES, type Decision, LINK_CHOICES, OUTCOMES } from '../../src/audit/decision.js';
import { DECISIONS } from '../../src/audit/words.js';
import { applyDecisions } from '../../src/decide/apply-decisions.js';
import { statusOf } from '../../src/decide/case-status.js';
import { codeOf } from '../../src/decide/decision-words.js';
import { linkLabels } from '../../src/decide/labels.js';
import { readDecisions } from '../../src/decide/read-decisions.js';
import { reviewCounts } from '../../src/decide/review-counts.js';
import { reviewersNeeded } from '../../src/decide/reviewers-needed.js';
import { addToStore, readStore, storeOf } from '../../src/decide/store.js';
import { FINDING_KINDS } from '../../src/findings/kinds/index.js';
import { CHOICES } from '../../src/findings/titles.js';

const NOW = '2023-06-23T00:00:00.000Z';
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-kinds-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const CASE = 'F-0001-0000-0000';
const finding = (kind: string) => ({
  fingerprint: 'f1',
  candidates: ['R-1'],
  link: { kind, source: 'cards', record_id: '1', resident_id: 'R-0' },
});
const apply = (kind: string, decisions: readonly Decision[]) =>
  applyDecisions(storeOf([]), decisions, { runId: 'run-1', finding: () => finding(kind) });
/** What is kept of decisions on a case of a kind, and why others are not. */
const outcome = (kind: string, decisions: readonly Decision[]) => {
  const { added, refused } = apply(kind, decisions);
  return [...added.map(({ decision }) => decision), ...refused.map(({ why }) => why)];
};

let count = 0;
async function table(decision: string, title = '判断（番号）'): Promise<readonly Decision[]> {
  const path = join(dir, `t${++count}.csv`);
  writeFileSync(path, `事案,証拠の指紋,${title},点検担当者コード\r\n${CASE},f1,${decision},r-1`);
  return (await readDecisions([path], { runId: 'run-1', now: NOW })).decisions;
}

async function exported(decision: string, schema: string): Promise<readonly Decision[]> {
  const line = { case: CASE, fingerprint: 'f1', decision, candidate: null, reason: null, at: NOW };
  const body = `${JSON.stringify({ ...line, reviewer: 'r-1' })}\n`;
  const head = { schema, run_id: 'run-1', organisation: '-', reviewer: 'r-1', count: 1 };
  const checksum = crc32(`${JSON.stringify(head)}\n${body}`)
    .toString(16)
    .padStart(8, '0');
  const path = join(dir, `e${++count}.jsonl`);
  writeFileSync(path, `${JSON.stringify({ ...head, checksum: `crc32:${checksum}` })}\n${body}`);
  return (await readDecisions([path], { runId: 'run-1', now: NOW })).decisions;
}

describe('what the keys say', () => {
  test.each<[string, (string | null)[]]>([
    ['wrong-resident', ['wrong-candidate', 'wrong-unknown', 'right', 'hold', 'bad-data']],
    ['invalid-number', ['wrong-candidate', 'wrong-unknown', null, 'hold', 'bad-data']],
    ['unknown-number', ['wrong-candidate', 'wrong-unknown', 'number-right', 'hold', 'bad-data']],
    ['shared-record', ['wrong-candidate', 'wrong-unknown', 'right', 'hold', 'bad-data']],
    ['duplicate-link', ['this-valid', 'other-valid', 'both-valid', 'hold', 'bad-data']],
    ['defunct-resident', ['to-end', null, 'stays', 'hold', 'bad-data']],
    ['duplicate-resident', ['one-person', null, 'two-persons', 'hold', 'bad-data']],
    ['stale-binding', ['to-renew', 'to-end', 'right', 'hold', 'bad-data']],
  ])('%s: in a table, as number and as words', async (kind, codes) => {
    for (const [at, code] of codes.entries()) {
      const expected = code ?? 'not-of-kind';
      expect([at + 1, ...outcome(kind, await table(String(at + 1)))]).toEqual([at + 1, expected]);
      if (code === null) continue;
      const words = DECISIONS[code as DecisionCode];
      for (const said of [words.ja, words.en, `${at + 1} ${words.ja}`]) {
        expect([said, ...outcome(kind, await table(said))]).toEqual([said, expected]);
      }
    }
  });

  test('a number that nobody can have is right of nobody, but was in files of earlier versions', async () => {
    const kind = 'invalid-number';
    const now = '1 誤り（候補を選択）、2 誤り（正しい人は不明）、4 保留・要照会、5 データ不備';
    const then = '1 誤り（候補を選択）、2 誤り（正しい人は不明）、3 正しい、4 保留・要照会、5 データ不備';
    const thenInEnglish =
      '1 Wrong: choose candidate; 2 Wrong: person unknown; 3 Right; 4 Hold; 5 Faulty data';
    const beside = async (said: string, offered: string) => {
      const path = join(dir, `t${++count}.csv`);
      const titles = '事案,証拠の指紋,選べる判断,判断（番号）,点検担当者コード';
      writeFileSync(path, `${titles}\r\n${CASE},f1,${offered},${said},r-1`);
      return outcome(kind, (await readDecisions([path], { runId: 'run-1', now: NOW })).decisions);
    };
    for (const said of ['3', '正しい', 'Right']) {
      expect(await beside(said, now)).toEqual(['not-of-kind']);
      expect(await beside(said, then)).toEqual(['right']);
      expect(await beside(said, thenInEnglish)).toEqual(['right']);
    }
    expect(outcome(kind, await exported('right', 'totsugo-decisions/3'))).toEqual(['right']);
    expect(outcome(kind, await exported('stays', 'totsugo-decisions/3'))).toEqual(['not-of-kind']);
    expect(outcome('duplicate-link', await exported('right', 'totsugo-decisions/3'))).toEqual([
      'not-of-kind',
    ]);
  });

  test('the number of no resident may be right: 正しい is that, in files and tables of before, too', async () => {
    const kind = 'unknown-number';
    for (const said of ['3', '正しい', 'Right', '3 正しい']) {
      expect([said, ...outcome(kind, await table(said))]).toEqual([said, 'number-right']);
    }
    expect(outcome(kind, await exported('right', 'totsugo-decisions/3'))).toEqual(['number-right']);
    expect(outcome('wrong-resident', await exported('number-right', 'totsugo-decisions/3'))).toEqual([
      'not-of-kind',
    ]);
  });

  test('every kind has 3 for nothing to put right, 4 to wait, 5 for faulty data, and no code twice', () => {
    for (const choices of [...FINDING_KINDS.map((kind) => kind.choices), CHOICES['clean-sample']!]) {
      if (choices[2] !== null) expect(OUTCOMES[choices[2]]).toBe('right');
      expect(choices.slice(3)).toEqual(['hold', 'bad-data']);
      expect(choices.slice(0, 2).every((code) => code === null || /wrong|fix/.test(OUTCOMES[code]))).toBe(
        true,
      );
      expect(new Set(choices).size).toBe(5);
    }
    const offered = new Set(Object.values(CHOICES).flat());
    expect(DECISION_CODES.filter((code) => !offered.has(code))).toEqual([]);
  });

  test('words are of one decision each', () => {
    const words = DECISION_CODES.flatMap((code) => [DECISIONS[code].ja, DECISIONS[code].en]);
    expect(new Set(words).size).toBe(words.length);
    expect(DECISION_CODES.map((code) => codeOf(code))).toEqual(DECISION_CODES);
    expect([codeOf('1 正しい'), codeOf('3 正しい'), codeOf('2 同一人（二重登録）')]).toEqual([
      null,
      'right',
      null,
    ]);
  });

  test.each(['duplicate-link', 'duplicate-resident', 'defunct-resident', 'stale-binding'])(
    '%s does not take the answer of another kind',
    async (kind) => {
      for (const code of DECISION_CODES.filter((code) => !CHOICES[kind]!.includes(code))) {
        expect(outcome(kind, await exported(code, 'totsugo-decisions/3'))).toEqual(['not-of-kind']);
      }
    },
  );
});

describe('decisions of before', () => {
  test.each(FINDING_KINDS.map(({ id }) => id))('on %s are read as they were meant', async (kind) => {
    for (const [at, code] of LINK_CHOICES.entries()) {
      if (code === 'wrong-candidate') continue;
      const meant = kind === 'unknown-number' && code === 'right' ? 'number-right' : code;
      expect(outcome(kind, await table(String(at + 1), '判断(1-5)'))).toEqual([meant]);
      expect(outcome(kind, await exported(code!, 'totsugo-decisions/2'))).toEqual([meant]);
    }
  });

  test('a store of before is read, and says that it may hold more once it does', async () => {
    const path = join(dir, 'store.jsonl');
    const [before] = apply('wrong-resident', await table('3', '判断(1-5)')).added;
    writeFileSync(path, `{"schema":"totsugo-decision-store/1"}\n${JSON.stringify(before)}\n`);
    const { added } = apply('duplicate-resident', await table('1'));
    await addToStore(path, added);
    expect(readFileSync(path, 'utf8').split('\n')[0]).toBe('{"schema":"totsugo-decision-store/2"}');
    expect((await readStore(path)).kept.map(({ decision }) => decision)).toEqual(['right', 'one-person']);
  });
});

describe('what they come to', () => {
  const code = fc.constantFrom(...DECISION_CODES);
  const kinds = fc.constantFrom(...FINDING_KINDS);

  test('links are counted, and nothing that is none', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 4 }))), (said) => {
        const cases = said.flatMap(([kind, key]) => {
          const decision = kind.choices[key];
          return decision ? [{ kind, decision }] : [];
        });
        const counts = reviewCounts(
          cases.map(({ kind, decision }) => ({
            state: decision === 'hold' ? ('on-hold' as const) : ('closed' as const),
            verdict: decision === 'hold' ? null : { decision, resident: null },
            link: kind.isWrongLink ? { source: 'cards', cause: 'unknown' } : null,
          })),
        );
        const of = (isLink: boolean, outcome: string) =>
          cases.filter(({ kind, decision }) => kind.isWrongLink === isLink && OUTCOMES[decision] === outcome)
            .length;
        expect(counts.confirmedWrong).toBe(of(true, 'wrong'));
        expect(counts.confirmedRight).toBe(of(true, 'right'));
        expect(counts.badData).toBe(of(true, 'data') + of(false, 'data'));
        expect(counts.links.reduce((sum, { wrong }) => sum + wrong, 0)).toBe(of(true, 'wrong'));
      }),
    );
  });

  test('what is no answer about a person teaches nothing', () => {
    fc.assert(
      fc.property(kinds, code, (kind, decision) => {
        const said = (reviewer: string): Decision => ({
          ...{ case: CASE, fingerprint: 'f1', decision, candidate: null, reason: null, at: NOW, reviewer },
          named: 'R-1',
        });
        const { store } = apply(kind.id, [said('a'), said('b')]);
        const { verdict } = statusOf(store, CASE, 'f1', reviewersNeeded(kind.id));
        const isLabel =
          kind.asksWhoseRecord && verdict !== null && /wrong|right/.test(OUTCOMES[verdict.decision]);
        expect(linkLabels(store).length).toBe(isLabel ? 1 : 0);
      }),
    );
  });
});
