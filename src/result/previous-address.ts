import type { CandidateView, LevelView } from '../audit/case.js';
import type { Evidence } from '../audit/evidence.js';
import type { Engine } from '../engine/engine.js';
import type { Bilingual } from '../text/bilingual.js';
import type { PersonRow } from './people.js';

/** Whether the register states of anybody where they lived before. */
export async function statesPrevious(engine: Engine): Promise<boolean> {
  const found = await engine.rows(
    'SELECT 1 AS one FROM residents WHERE previous_address IS NOT NULL LIMIT 1',
  );
  return found.length > 0;
}

/** Beside an address that differs: where the resident lived before was compared with it, too, or nobody knows. */
const NOR_PREVIOUS: Bilingual = { ja: '（前住所とも不一致）', en: ' (nor the previous address)' };
const NO_PREVIOUS: Bilingual = { ja: '（前住所は登録なし）', en: ' (no previous address registered)' };

/** A level of the address with what there is to say of the resident's previous one; any other as it is. */
function withPrevious<T extends Told>(level: T, { facts }: PersonRow): T {
  if (level.kind !== 'different') return level;
  const made = facts.previous_address?.trim() ? NOR : NO;
  const known = made.get(level) as T | undefined;
  if (known) return known;
  const { ja, en } = made === NOR ? NOR_PREVIOUS : NO_PREVIOUS;
  const told = { ...level, text: { ja: level.text.ja + ja, en: level.text.en + en } };
  made.set(level, told);
  return told;
}

type Told = Pick<LevelView, 'kind' | 'text'>;

/** Levels are shared between cases, and so are these. */
const NOR = new WeakMap<Told, Told>();
const NO = new WeakMap<Told, Told>();

export function evidenceWithPrevious(
  evidence: readonly Evidence[],
  linked: PersonRow | null,
): readonly Evidence[] {
  return linked === null
    ? evidence
    : evidence.map((row) => (row.item === 'address' ? withPrevious(row, linked) : row));
}

export function candidateWithPrevious(candidate: CandidateView, person: PersonRow): CandidateView {
  const levels = levelsWithPrevious(candidate.levels, person);
  return levels === candidate.levels ? candidate : { ...candidate, levels };
}

export function levelsWithPrevious(
  levels: CandidateView['levels'],
  person: PersonRow,
): CandidateView['levels'] {
  const { address } = levels;
  return address ? { ...levels, address: withPrevious(address, person) } : levels;
}
