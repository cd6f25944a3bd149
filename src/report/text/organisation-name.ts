import type { Bilingual } from '../../text/bilingual.js';

const NONE: Bilingual = { ja: '記載なし・住民登録', en: 'none stated, resident register' };

/** The code of an organisation as people read it; `-` gathers what has none, findings about the register too. */
export function organisationName(organisation: string): Bilingual {
  return organisation === '-' ? NONE : { ja: organisation, en: organisation };
}
