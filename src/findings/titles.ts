import type { DecisionCode } from '../audit/case.js';
import { type Choices, LINK_CHOICES } from '../audit/decision.js';
import type { Bilingual } from '../text/bilingual.js';
import { CLEAN_SAMPLE } from './blind-sample.js';
import { CAUSES as FINDING_CAUSES } from './causes/index.js';
import type { FindingKind } from './kind.js';
import { FINDING_KINDS, kindOf } from './kinds/index.js';

type Texts = Pick<FindingKind, 'title' | 'headline' | 'next' | 'severity' | 'choices'>;

/** The blind sample is no finding; its cases say nothing that could sway the reviewer. */
const SAMPLE: Texts = {
  title: { ja: '抽出点検', en: 'Blind sample' },
  headline: { ja: '抽出点検の対象です', en: 'Drawn for blind review' },
  next: {
    ja: 'AとBが同じ人なら3、別の人なら2、決められなければ4を選びます',
    en: 'Choose 3 if A and B are one person, 2 if they are two, 4 if that cannot be told',
  },
  severity: 'low',
  choices: LINK_CHOICES,
};

/** Title, conclusion, what to do and severity of a kind of finding, or of the blind sample. */
export function kindTexts(id: string): Texts {
  return id === CLEAN_SAMPLE ? SAMPLE : kindOf(id);
}

/** What a case of each kind may be decided to be, by the keys 1 to 5; the blind sample too. */
export const CHOICES: Readonly<Record<string, Choices>> = {
  ...Object.fromEntries(FINDING_KINDS.map(({ id, choices }) => [id, choices])),
  [CLEAN_SAMPLE]: SAMPLE.choices,
};

/** What files of earlier versions may decide of a kind beside. */
export const FORMERLY: Readonly<Record<string, readonly DecisionCode[]>> = Object.fromEntries(
  FINDING_KINDS.flatMap(({ id, formerly }) => (formerly ? [[id, formerly]] : [])),
);

/** Decisions that may be taken on many cases of a kind in one act; the blind sample takes none, since it is there to be looked at. */
export const IN_BULK: Readonly<Record<string, readonly DecisionCode[]>> = Object.fromEntries(
  FINDING_KINDS.map(({ id, inBulk }) => [id, [...inBulk, 'hold']]),
);

/** Title of every kind of finding, in the order in which kinds are listed. */
export const KIND_TITLES: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  FINDING_KINDS.map(({ id, title }) => [id, title]),
);

/** The same with the blind sample. */
export const KINDS: Readonly<Record<string, Bilingual>> = {
  ...KIND_TITLES,
  [CLEAN_SAMPLE]: { ja: '抽出点検（結果は伏せています）', en: 'Blind sample (result hidden)' },
};

export const CAUSES: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  FINDING_CAUSES.map(({ id, title }) => [id, title]),
);
