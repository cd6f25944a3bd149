import type { Language } from '../../text/bilingual.js';
import type { Failure } from '../../text/failure.js';
import { notice } from '../command.js';
import { isHeld, untied, widened } from './held-by-register.js';
import { openItems } from './open-items.js';
import { heldText, leftOutText } from './skipped-texts.js';
import { lacksItems, type Source } from './sources.js';

/** How sources are looked at, and which of them somebody has named. */
interface Looking {
  readonly full: (source: Source, register: Source) => Promise<Source>;
  readonly isTold: (source: Source) => boolean;
  readonly mayWiden: (source: Source) => boolean;
  readonly language: Language;
}

/**
 * Sources that can be read and tied to the register. One that was only found in the folder is left out where it lacks something, loudly, and
 * the others go on.
 */
export async function usable(first: Source, links: readonly Source[], looking: Looking) {
  const { full, isTold, mayWiden, language } = looking;
  let register = first;
  const kept: Source[] = [];
  const refused: Failure[] = [];
  for (const link of links) {
    const source = await full(link, register);
    const found =
      lacksItems(source) || isHeld(register.inspection, source) || !mayWiden(source)
        ? null
        : await widened(register.inspection, source);
    if (found) {
      register = { ...register, inspection: found.register };
      notice(`register: ${heldText(source.inspection.via!, found.column, source.key, language)}`);
    }
    const why = lacksItems(source)
      ? openItems(source)
      : isHeld(register.inspection, source)
        ? null
        : untied(register.inspection, source);
    if (why === null) kept.push(source);
    else if (isTold(source)) throw why;
    else {
      refused.push(why);
      notice(leftOutText(source.inspection.path, why, language), { level: 'warn' });
    }
  }
  if (kept.length === 0 && refused.length > 0) throw refused[0]!;
  return { register, links: kept };
}
