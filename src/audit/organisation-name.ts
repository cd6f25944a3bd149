import type { Bilingual } from '../text/bilingual.js';

/** Names of organisations by code, as the sources write it: those that the office has given, and those that are known. */
export type OrganisationNames = ReadonlyMap<string, string>;

const NONE: Bilingual = { ja: '記載なし・住民登録', en: 'none stated, resident register' };

/** An organisation as people read it: its name where one is known, and its code; `-` gathers what has none, findings about the register too. */
export function organisationName(organisation: string, names: OrganisationNames | undefined): Bilingual {
  if (organisation === '-') return NONE;
  const name = names?.get(organisation);
  if (name === undefined) return { ja: organisation, en: organisation };
  return { ja: `${name}（${organisation}）`, en: `${name} (${organisation})` };
}
