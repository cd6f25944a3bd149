import type { Engine } from '../engine/engine.js';
import type { KeyList, ListedLink } from './evaluation.js';
import { LED } from './measures.js';

/** Links listed at most; the total is always told. */
const MOST = 1000;
const COLUMNS = `source, record_id, resident_id, true_resident_id, cause, found_cause, grade, probability, note`;

/** Wrong links that are not of grade C, the likeliest first. */
export function listMisses(engine: Engine): Promise<KeyList> {
  return list(engine, `wrong AND shown AND grade <> 'C'`);
}

/** Sound links of grade C, the likeliest first. */
export function listFalseAlarms(engine: Engine): Promise<KeyList> {
  return list(engine, `NOT wrong AND grade = 'C'`);
}

async function list(engine: Engine, condition: string): Promise<KeyList> {
  const where = `FROM judged WHERE ${LED} AND ${condition}`;
  const total = await engine.value<number>(`SELECT count(*) ${where}`);
  const links = await engine.rows<ListedLink>(
    `SELECT ${COLUMNS} ${where} ORDER BY probability DESC NULLS LAST, n LIMIT ${MOST}`,
  );
  return { total, links };
}
