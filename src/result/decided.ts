import type { DecisionCode, PastDecision } from '../audit/case.js';
import type { Marks } from '../audit/marks.js';
import { DECISIONS, WITHDRAWN } from '../audit/words.js';
import { type DecisionStore, historyOf } from '../decide/index.js';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import type { Language } from '../text/bilingual.js';
import { redactHistory } from './redact.js';
import { secretsOf } from './secrets.js';

/** What reviewers have decided on a finding, and what has changed behind it since. */
export interface Decided {
  readonly findingId: string;
  readonly history: readonly PastDecision[];
}

interface Row {
  readonly finding_id: string;
  readonly fingerprint: string;
  readonly marks: string;
  readonly resident_id: string | null;
}

/**
 * Decisions on findings of a run, as they are shown, in the order of the findings; those without any are left out. Whether
 * somebody of them `isProtected` the shown case says.
 */
export async function decidedOn(
  engine: Engine,
  store: DecisionStore,
  findingIds: readonly string[],
  isProtected: boolean,
): Promise<readonly Decided[]> {
  const known = findingIds.filter((id) => store.byCase.has(id));
  if (known.length === 0) return [];
  const rows = await engine.rows<Row>(`
    SELECT f.finding_id, f.fingerprint, f.marks, f.resident_id
    FROM findings f WHERE f.finding_id IN (${known.map(literal).join(', ')}) ORDER BY f.rank`);
  const secrets = await secretsOf(engine);
  return rows.map(({ finding_id, fingerprint, marks, resident_id }) => {
    const tonight = { marks: JSON.parse(marks) as Marks, residentId: resident_id };
    const history = historyOf(store, finding_id, fingerprint, tonight);
    return { findingId: finding_id, history: redactHistory(history, isProtected, secrets) };
  });
}

/** For the terminal: a line for each decision, below it what has changed since. */
export function decidedText(decided: readonly Decided[], language: Language): string {
  const lines = decided.flatMap(({ findingId, history }) =>
    history.flatMap(({ at, decision, candidate, reviewer, current, changed }) => {
      const words = decision in DECISIONS ? DECISIONS[decision as DecisionCode] : WITHDRAWN;
      const parts = [findingId, at.slice(0, 16).replace('T', ' '), words[language], candidate, reviewer];
      return [
        `  ${parts.filter(Boolean).join('  ')}${current ? '' : `  ${CHANGED[language]}`}`,
        ...(changed ?? []).map((text) => `    ${text[language]}`),
      ];
    }),
  );
  return lines.length === 0 ? '' : ['', HEAD[language], ...lines].join('\n');
}

const HEAD = { ja: '点検担当者の判断:', en: 'Decisions of reviewers:' };
const CHANGED = { ja: '（その後、証拠が変わりました）', en: '(the evidence has changed since)' };
