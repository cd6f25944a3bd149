import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DecisionCode } from '../audit/case.js';
import { type DecidedLink, type KeptDecision, OUTCOMES } from '../audit/decision.js';
import { atOdds } from '../audit/valid-records.js';
import duplicateLink from '../findings/kinds/duplicate-link.js';
import { readStore } from './store.js';

interface Line extends DecidedLink {
  readonly finding_id: string;
  readonly fingerprint: string;
}

/** Cases of the records of one resident whose answers exclude each other: `none` or more than one of them would be valid. */
export interface RecordsAtOdds {
  readonly why: 'none' | 'several';
  readonly cases: readonly string[];
}

const keyOf = ({ source, resident_id }: DecidedLink) => JSON.stringify([source, resident_id]);

/**
 * Records of one resident that are decided in ways that cannot all hold, by what is added to the store of a run. Each record is decided
 * on its own page, or in a row of its own, perhaps by somebody else.
 */
export async function recordsAtOdds(
  runDir: string,
  added: readonly KeptDecision[],
  storePath: string,
): Promise<readonly RecordsAtOdds[]> {
  const asked = new Set(
    added.flatMap(({ decision, link }) =>
      link?.kind === duplicateLink.id && isAnswer(decision) ? [keyOf(link)] : [],
    ),
  );
  if (asked.size === 0) return [];
  const records = await recordsOf(join(runDir, 'findings.jsonl'), asked);
  const cases = [...records.values()].flat();
  const { byCase } = await readStore(storePath, new Set(cases.map(({ finding_id }) => finding_id)));
  const answerTo = ({ finding_id, fingerprint }: Line): DecisionCode | null => {
    const said = byCase.get(finding_id)?.findLast((one) => one.fingerprint === fingerprint)?.decision;
    return said === undefined || said === 'withdrawn' ? null : said;
  };
  return [...records.values()].flatMap((lines) => {
    const answers = lines.map(answerTo);
    const why = atOdds(answers);
    // Of those that are at odds: who waits or is open is not.
    return why
      ? [{ why, cases: lines.flatMap(({ finding_id }, at) => (isAnswer(answers[at]) ? [finding_id] : [])) }]
      : [];
  });
}

/** It says of a record whether it is valid. */
function isAnswer(decision: KeptDecision['decision'] | null | undefined): boolean {
  return decision != null && decision !== 'withdrawn' && ['fix', 'right'].includes(OUTCOMES[decision]);
}

/** The cases of all records of the residents asked after, in the order of the file. */
async function recordsOf(
  path: string,
  asked: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Line[]>> {
  const records = new Map<string, Line[]>();
  if (!existsSync(path)) return records;
  for await (const text of createInterface({ input: createReadStream(path) })) {
    if (!text.includes(duplicateLink.id)) continue;
    const line: Line = JSON.parse(text);
    const key = keyOf(line);
    if (line.kind === duplicateLink.id && asked.has(key))
      records.set(key, [...(records.get(key) ?? []), line]);
  }
  return records;
}
