import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DecidedLink, KeptDecision } from '../audit/decision.js';
import duplicateLink from '../findings/kinds/duplicate-link.js';
import { readStore } from './store.js';

interface Line extends DecidedLink {
  readonly finding_id: string;
  readonly fingerprint: string;
}

const keyOf = ({ source, resident_id }: DecidedLink) => JSON.stringify([source, resident_id]);

/**
 * Cases of the records of one resident, all decided to give way to another (ほかの記録が有効), by what is added to the store of a run:
 * no record would be left valid. Each record was decided on its own page, and none of them says so.
 */
export async function noneValid(
  runDir: string,
  added: readonly KeptDecision[],
  storePath: string,
): Promise<readonly (readonly string[])[]> {
  const asked = new Set(
    added.flatMap(({ decision, link }) =>
      decision === 'other-valid' && link?.kind === duplicateLink.id ? [keyOf(link)] : [],
    ),
  );
  if (asked.size === 0) return [];
  const records = await recordsOf(join(runDir, 'findings.jsonl'), asked);
  const cases = [...records.values()].flat();
  const { byCase } = await readStore(storePath, new Set(cases.map(({ finding_id }) => finding_id)));
  const givesWay = ({ finding_id, fingerprint }: Line) =>
    byCase.get(finding_id)?.findLast((one) => one.fingerprint === fingerprint)?.decision === 'other-valid';
  return [...records.values()].flatMap((lines) =>
    lines.length > 1 && lines.every(givesWay) ? [lines.map(({ finding_id }) => finding_id)] : [],
  );
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
