import { type Bilingual, fill } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { sizeText } from '../text/size.js';
import type { Plan } from './plan.js';

/** The estimate is one of ratios: with half of it there can be no doubt. */
const CERTAIN = 0.5;

/**
 * What to beware of before a run begins: too little disk, or memory that nobody has bounded.
 *
 * @param bounded whether memory is bounded, by `--memory`.
 * @param begun whether an unfinished run is gone on with, which has written much already.
 * @throws {Failure} `disk-too-small` (exit code 2) where the run cannot fit.
 */
export function roomNotes(
  { disk, memory }: Pick<Plan, 'disk' | 'memory'>,
  { bounded, begun }: { readonly bounded: boolean; readonly begun: boolean },
): readonly Bilingual[] {
  const values = { need: sizeText(disk.expected), free: sizeText(disk.free), dir: disk.dir };
  if (disk.free < CERTAIN * disk.expected && !begun) throw new Failure('disk-too-small', { values });
  const notes: Bilingual[] = [];
  if (disk.free < disk.expected) notes.push(fill(TIGHT, values));
  if (memory.free < memory.expected && !bounded) {
    const half = `${Math.max(1, Math.floor(memory.free / 2 ** 31))}GB`;
    notes.push(fill(SHORT, { need: sizeText(memory.expected), free: sizeText(memory.free), half }));
  }
  return notes;
}

const TIGHT = {
  ja: 'ディスクの空きが足りないおそれがあります: 約 {need} 必要なところ、空きは {free} です（{dir}）。',
  en: 'There may not be enough free disk: about {need} needed, {free} free ({dir}).',
};
const SHORT = {
  ja: 'メモリの空きが足りないおそれがあります: 制限しなければ約 {need}、空きは {free} です。--memory {half} のように制限すると、あふれた分はディスクを使います。',
  en: 'There may not be enough free memory: about {need} unless bounded, {free} free. Bound it, as with --memory {half}: what does not fit goes to disk.',
};
