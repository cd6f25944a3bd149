import { sampleLater } from '../../ingest/preflight/later-rows.js';
import { type Inspection, registerLikeness, seenOf } from '../../inspect/index.js';

/** By how much one file must look more like a register than any other. */
const CLEARLY = 3;
/** The same where its rows are too many to see whom it holds. */
const UNSEEN = 6;
/** Share of the other file's numbers that the register must hold. */
const HOLDS = 0.5;

/**
 * Of several files that look like a register the one that plainly is: it says much more that only registers say, has no fewer rows, and holds
 * the people of the others. Null where none is plain, such as two deliveries of one register, or the living and the removed.
 */
export async function plainRegister(registers: readonly Inspection[]): Promise<Inspection | null> {
  const [first, ...others] = registers
    .map((inspection) => ({ inspection, score: scoreOf(inspection) }))
    .toSorted((a, b) => b.score - a.score);
  if (!first) return null;
  for (const { inspection, score } of others) {
    if (first.score - score < CLEARLY || inspection.rows > first.inspection.rows) return null;
    const holds = await holdsPeopleOf(first.inspection, inspection);
    if (holds === false || (holds === null && first.score - score < UNSEEN)) return null;
  }
  return first.inspection;
}

function scoreOf({ columns, mapping }: Inspection): number {
  return registerLikeness(columns) + mapping.length;
}

/** Whether the numbers of one file stand in the other; null where only the first rows of a long one were looked at, or none has numbers. */
async function holdsPeopleOf(register: Inspection, other: Inspection): Promise<boolean | null> {
  const [theirs, own] = [await numbersOf(register), await numbersOf(other)];
  if (!theirs.isWhole || own.numbers.size === 0) return null;
  const known = [...own.numbers].filter((number) => theirs.numbers.has(number)).length;
  return known >= HOLDS * own.numbers.size;
}

async function numbersOf(inspection: Inspection) {
  const column = inspection.mapping.find(({ item }) => item === 'my_number')?.columns[0];
  const { file, spec, sample, values } = await seenOf(inspection);
  const numbers = (column === undefined ? undefined : values.get(column)) ?? [];
  const digits = numbers.map((number) => number.normalize('NFKC').replace(/\D/g, ''));
  const isWhole = (await sampleLater(file, spec, sample)) === null;
  return { numbers: new Set(digits.filter((number) => number !== '')), isWhole };
}
