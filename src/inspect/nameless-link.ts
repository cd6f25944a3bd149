import { isNoName } from '../audit/fold-name.js';
import type { Candidate, Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';

/** Only values and places speak. */
const BY_PLACE = 0.5;
/** Windows and clerks are few beside the records that they make. */
const FEW = 0.2;
/** A record that came in otherwise has no terminal. */
const OFTEN = 0.3;

/**
 * Where and by whom a record was made, in a list without names of columns: right after the moment comes the terminal, few codes of
 * letters and digits, and after it the clerk. Nothing without a moment, for a lone code may be anything.
 */
export function namelessLink(
  { columns, values }: Looked,
  chosen: readonly Candidate[],
): readonly Candidate[] {
  const used = new Set(chosen.flatMap(({ columns: from }) => from));
  const moment = chosen.find(({ item }) => item === 'registered_at')?.columns[0];
  const at = columns.findIndex(
    ({ name, profile }) => name === moment && (profile.type === 'timestamp' || profile.unix !== null),
  );
  if (at < 0 || !isNoName(columns[at]!.name) || chosen.some(({ item }) => item === 'terminal')) return [];
  const [terminal, operator] = columns
    .slice(at + 1, at + 3)
    .filter(({ name }) => !used.has(name) && isNoName(name));
  const isFew = ({ name, profile }: InspectedColumn, types: readonly string[], filled = 0.9) =>
    types.includes(profile.type) &&
    profile.filled > filled &&
    profile.distinct <= FEW &&
    !isFlag(values.get(name) ?? []);
  if (!terminal || columns.indexOf(terminal) !== at + 1 || !isFew(terminal, ['code'], OFTEN)) return [];
  const isOperator =
    operator &&
    isFew(operator, ['code', 'digits', 'person-name']) &&
    !chosen.some(({ item }) => item === 'operator');
  return [
    { item: 'terminal', columns: [terminal.name], confidence: BY_PLACE },
    ...(isOperator ? [{ item: 'operator' as const, columns: [operator.name], confidence: BY_PLACE }] : []),
  ];
}

/** One value throughout, or single signs. */
function isFlag(values: readonly string[]): boolean {
  const distinct = new Set(values.filter((value) => value !== ''));
  return distinct.size < 2 || [...distinct].every((value) => value.length < 2);
}
