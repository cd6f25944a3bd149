import type { Evidence } from '../audit/evidence.js';
import { makeTable } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { readColumns } from '../engine/read.js';
import { EVIDENCE_ROWS } from '../tables/found.js';

/**
 * Rows of evidence as tables keep them: each in `evidence_rows` once, and of a finding their numbers. Most rows stand in many findings,
 * and as text they would be nine tenths of what a case is made from.
 */
export interface EvidenceKeeper {
  /** The numbers of the rows, a blank between. */
  readonly numbersOf: (rows: readonly Evidence[]) => string;
  /** Writes the rows that have a number. */
  readonly write: (engine: Engine) => Promise<void>;
}

export function evidenceKeeper(): EvidenceKeeper {
  const numbers = new Map<string, number>();
  const numberOf = (row: Evidence) => {
    const json = JSON.stringify(row);
    const number = numbers.get(json) ?? numbers.size;
    numbers.set(json, number);
    return number;
  };
  return {
    numbersOf: (rows) => rows.map(numberOf).join(' '),
    write: (engine) => makeTable(engine, EVIDENCE_ROWS, rowsOf(numbers)),
  };
}

function* rowsOf(numbers: ReadonlyMap<string, number>) {
  for (const [json, number] of numbers) yield { number, json };
}

/** Gives the rows behind numbers. Cases share them: each is read once. */
export async function evidenceReader(engine: Engine): Promise<(numbers: string) => readonly Evidence[]> {
  const rows: Evidence[] = [];
  const query = 'SELECT number, json FROM evidence_rows ORDER BY number';
  for await (const { columns } of readColumns(engine, EVIDENCE_ROWS.columns, query))
    for (const json of columns.json) rows.push(JSON.parse(json) as Evidence);
  return (numbers) => (numbers === '' ? [] : numbers.split(' ').map((number) => rows[Number(number)]!));
}
