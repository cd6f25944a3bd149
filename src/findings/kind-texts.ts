import type { Bilingual } from '../text/bilingual.js';
import { CLEAN_SAMPLE } from './blind-sample.js';
import type { FindingKind } from './kind.js';
import { FINDING_KINDS } from './kinds/index.js';

type KindTexts = Pick<FindingKind, 'title' | 'headline' | 'severity'>;

/** `duplicate-resident` is about the register and not about links, so it has texts but no query over links. */
const DUPLICATE_RESIDENT: KindTexts & { readonly id: string } = {
  id: 'duplicate-resident',
  title: { ja: '住民の二重登録', en: 'Two register rows, one person' },
  headline: {
    ja: '同じ人が住民として二重に登録されている可能性があります',
    en: 'One person may stand in the register twice',
  },
  severity: 'medium',
};

/** The blind sample is no finding; its cases say nothing that could sway the reviewer. */
const SAMPLE: KindTexts = {
  title: { ja: '抜取り点検', en: 'Blind sample' },
  headline: { ja: '抜取り点検の対象です', en: 'Drawn for blind review' },
  severity: 'low',
};

/** Title, conclusion and severity of a kind of finding, or of the blind sample. */
export function kindTexts(id: string): KindTexts {
  if (id === CLEAN_SAMPLE) return SAMPLE;
  return FINDING_KINDS.find((kind) => kind.id === id) ?? DUPLICATE_RESIDENT;
}

/** Title of every kind, in the order in which kinds are listed. */
export const KIND_TITLES: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  [...FINDING_KINDS, DUPLICATE_RESIDENT].map(({ id, title }) => [id, title]),
);
