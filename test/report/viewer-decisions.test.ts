import { beforeEach, describe, expect, test } from 'vitest';
import { DECISIONS, REASONS } from '../../src/audit/words.js';
import {
  type DecisionEvent,
  decisionFile,
  readDecisionFile,
} from '../../src/report/html/viewer/decision-file.js';
import * as kept from '../../src/report/html/viewer/decisions.js';
import { addRows } from '../../src/report/html/viewer/rows.js';
import { setOrg } from '../../src/report/html/viewer/state.js';

const ORG = { runId: 'r-1', organisation: '01130012', decisions: DECISIONS, reasons: REASONS };
const NOW = '2023-06-23T00:00:00.000Z';
const on = (id: string, reviewer?: string, over: Partial<DecisionEvent> = {}): DecisionEvent => ({
  case: id,
  fingerprint: `f-${id}`,
  decision: 'right',
  candidate: null,
  reason: null,
  at: `2023-06-22T01:00:0${id}.000Z`,
  ...(reviewer === undefined ? {} : { reviewer }),
  ...over,
});
const read = (text: string) => readDecisionFile(text, ORG) as readonly DecisionEvent[];
const exportAs = (reviewer: string) => {
  const text = decisionFile(kept.lastWordsOf(reviewer), reviewer, ORG);
  kept.markExported(reviewer);
  return text;
};
const casesOf = (text: string) => read(text).map((event) => event.case);

describe('whose a decision is', () => {
  beforeEach(() => {
    const store = new Map<string, string>();
    const storage = {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (k: string, v: string) => store.set(k, v),
    };
    Object.assign(globalThis, { localStorage: storage });
    setOrg({ ...ORG, facets: {}, words: {} } as never);
    kept.openDecisions();
  });

  test('a colleague’s decisions read in are not exported under another code', () => {
    const theirs = decisionFile([on('1'), on('2')], 'r-1', ORG);
    expect(kept.mergeDecisions(read(theirs))).toBe(2);
    expect(casesOf(exportAs('r-2'))).toEqual([]);
    expect(casesOf(exportAs('R-1'))).toEqual(['1', '2']);
  });

  test('nor are those of a file that version 0.1.0 wrote', () => {
    const events = [on('1'), on('2')];
    const body = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    // CRC-32 of the two lines by Python's zlib.crc32.
    const head = {
      schema: 'totsugo-decisions/1',
      run_id: 'r-1',
      organisation: '01130012',
      reviewer: 'r-1',
      count: 2,
    };
    const text = `${JSON.stringify({ ...head, checksum: 'crc32:43620d13' })}\n${body}`;
    kept.mergeDecisions(read(text));
    expect(casesOf(exportAs('r-2'))).toEqual([]);
    expect(casesOf(exportAs('r-1'))).toEqual(['1', '2']);
  });

  test('what was exported under one code stays that reviewer’s', () => {
    kept.addDecisions([on('1')]);
    expect(casesOf(exportAs('r-1'))).toEqual(['1']);
    expect(casesOf(exportAs('r-2'))).toEqual([]);
    kept.addDecisions([on('2')]);
    expect(casesOf(exportAs('r-2'))).toEqual(['2']);
    expect(casesOf(exportAs('r-1'))).toEqual(['1']);
  });

  test('what another has decided here still waits to be exported', () => {
    kept.addDecisions([on('1', 'r-1')]);
    kept.addDecisions([on('2', 'r-2')]);
    expect(casesOf(exportAs('r-2'))).toEqual(['2']);
    expect(kept.unexported()).toBe(1);
    expect(casesOf(exportAs('r-1'))).toEqual(['1']);
    expect(kept.unexported()).toBe(0);
  });

  test('one’s own word is exported, though a colleague’s is later', () => {
    kept.addDecisions([on('1', 'r-1', { decision: 'hold' })]);
    kept.mergeDecisions(read(decisionFile([on('1', 'r-2', { at: NOW })], 'r-2', ORG)));
    expect(read(exportAs('r-1'))).toMatchObject([{ case: '1', decision: 'hold', reviewer: 'r-1' }]);
  });

  test('of a case of two people only one’s own word is in force; what others say is sealed until one has said it', () => {
    kept.mergeDecisions(read(decisionFile([on('1', 'r-2')], 'r-2', ORG)));
    kept.sitDown('r-1');
    expect(kept.decisionOn('1')).toBeNull();
    expect(kept.eventsOf('1', true)).toMatchObject([{ decision: 'sealed', candidate: null, reason: null }]);
    expect(kept.eventsOf('1', false)).toMatchObject([{ decision: 'right' }]);
    kept.addDecisions([on('1', 'r-1', { decision: 'hold', at: NOW })]);
    expect(kept.decisionOn('1')?.decision).toBe('hold');
    expect(kept.eventsOf('1', true).map(({ decision }) => decision)).toEqual(['right', 'hold']);
    kept.undoDecision(NOW, 'r-1');
    expect(kept.eventsOf('1', true)).toMatchObject([{ decision: 'sealed' }]);
  });

  test('of a case of one person a colleague’s word is as good as one’s own', () => {
    const severity = [{ key: 'medium', ja: '中', en: 'medium', count: 1 }];
    setOrg({ ...ORG, facets: { severity }, words: {} } as never);
    addRows({ texts: [['結論', 'conclusion']], rows: [['5', 'r', '名', '', 0, 0, 0]] });
    kept.mergeDecisions(read(decisionFile([on('5', 'r-2')], 'r-2', ORG)));
    kept.sitDown('r-1');
    expect(kept.decisionOn('5')?.decision).toBe('right');
  });

  test('a colleague’s decision is not undone', () => {
    kept.mergeDecisions(read(decisionFile([on('1')], 'r-1', ORG)));
    expect(kept.undoDecision(NOW, 'r-2')).toEqual([]);
    expect(kept.undoDecision(NOW, 'r-1')).toMatchObject([{ case: '1' }]);
    expect(read(exportAs('r-1'))).toMatchObject([{ case: '1', decision: 'withdrawn' }]);
  });

  test('what was decided in one act is undone as one, before and after it was exported', () => {
    const act = (id: string) => on(id, 'r-1', { act: 'a' });
    kept.addDecisions([on('1', 'r-1')]);
    kept.addDecisions([act('2'), act('3')]);
    expect(kept.undoDecision(NOW, 'r-1').map((event) => event.case)).toEqual(['2', '3']);
    expect(kept.lastWords().map((event) => event.case)).toEqual(['1']);
    kept.addDecisions([act('2'), act('3')]);
    expect(exportAs('r-1')).not.toContain('act');
    expect(kept.undoDecision(NOW, 'r-1').map((event) => event.case)).toEqual(['2', '3']);
    expect(read(exportAs('r-1')).map((event) => [event.case, event.decision])).toEqual([
      ['1', 'right'],
      ['2', 'withdrawn'],
      ['3', 'withdrawn'],
    ]);
  });
});
