import type { Evidence } from '../audit/evidence.js';
import type { Level } from '../audit/level.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS, isTold } from '../verify/comparisons/index.js';
import type { GatheringItem } from './clusters.js';
import { MOST_CIRCUMSTANTIAL } from './hypotheses.js';
import { type Chances, chances } from './level-chances.js';
import type { SourceModel } from './model.js';
import { unexplainedWeight } from './ordinary-explanations.js';
import { weight } from './suspect-weights.js';

/**
 * A link's levels against one resident, and how common that resident's names are, relative to the average (null: as the
 * average), both in the order of COMPARISONS.
 */
export interface Compared {
  readonly codes: readonly number[];
  readonly relative: readonly (number | null)[];
}

/** A terminal, operator, day or look-up of the link where wrong links gather, with the wrong rate of its other links. */
export interface GatheringEvidence {
  readonly item: GatheringItem;
  readonly links: number;
  readonly C: number;
  readonly rate: number;
}

/** Who changes the family name so many times as often as others, or as rarely, is told (`name-changers.ts`). */
const TELLING = 2;

/** Odds are shown up to this many bits: beyond it nobody could tell them apart. */
const MOST_BITS = 60;

/**
 * The rows of the score picture, in bits: the starting value, one row per comparison, one for a gathering of
 * wrong links, and what the rivals add or take (or what no item can rule out), so that the rows sum to the log odds that the link is right.
 */
export function evidenceOf(
  compared: Compared,
  source: SourceModel,
  probability: number,
  hasRivals: boolean,
  gathering?: GatheringEvidence,
): { readonly rows: Evidence[]; readonly total: number } {
  const table = chances(source);
  const start = logOdds(source.wrongRate);
  const weights = COMPARISONS.map((_, c) =>
    weight(table, c, compared.codes[c]!, compared.relative[c] ?? null),
  );
  const rows: Evidence[] = [
    {
      item: 'prior',
      title: TITLES.prior,
      level: 'prior',
      kind: 'missing',
      weight: bits(start),
      text: TEXTS.prior,
    },
    ...COMPARISONS.flatMap((comparison, c): Evidence[] => {
      const { id, title, levels } = comparison;
      const code = compared.codes[c]!;
      if (!isTold(comparison, code)) return [];
      const level = levels[code]!;
      const value = weights[c]!;
      const text = textOf(level, value, compared.relative[c] ?? null);
      return [{ item: id, title, level: level.id, kind: level.kind, weight: bits(value), text }];
    }),
    ...explanationRows(compared.codes, weights, table),
    ...(gathering ? gatheringRows(gathering, source.wrongRate) : []),
  ];
  const total = bits(Math.max(-MOST_BITS, Math.min(MOST_BITS, logOdds(probability))));
  const rest = bits(total - rows.reduce((sum, row) => sum + row.weight, 0));
  const level = rest >= 0 ? 'none' : hasRivals ? 'better' : 'allowance';
  rows.push({
    item: 'rivals',
    title: TITLES.rivals,
    level,
    kind: level === 'better' ? 'different' : 'missing',
    weight: rest,
    text: TEXTS[level],
  });
  return { rows, total };
}

/** What a level says, and what of it is this resident's sex and age, or in part agrees. */
function textOf(level: Level, value: number, relative: number | null): Bilingual {
  if (level.partly && !level.changed && relative !== null && relative < 1)
    return { ja: `${level.title.ja}（${TEXTS.half.ja}）`, en: `${level.title.en} (${TEXTS.half.en})` };
  // It can be read so, and next to nobody of this sex and age is called so (`verify/reading/generation.ts`).
  if (level.heard && value < 0) return TEXTS.unlikely;
  if (!level.changed || relative === null || (relative > 1 / TELLING && relative < TELLING))
    return level.title;
  const who = relative < 1 ? TEXTS.changers : TEXTS.keepers;
  return { ja: `${level.title.ja}（${who.ja}）`, en: `${level.title.en} (${who.en})` };
}

function explanationRows(
  codes: readonly number[],
  weights: readonly number[],
  { unexplained }: Chances,
): Evidence[] {
  const weight = bits(unexplainedWeight(codes, weights, unexplained));
  if (weight === 0) return [];
  return [
    {
      item: 'explanation',
      title: TITLES.explanation,
      level: 'none',
      kind: 'different',
      weight,
      text: weight > 0 ? TEXTS.unregistered : TEXTS.unexplained,
    },
  ];
}

/** 12,345 in both languages. */
const grouped = new Intl.NumberFormat('en');

function gatheringRows({ item, links, C, rate }: GatheringEvidence, wrongRate: number): Evidence[] {
  const most = Math.min(rate, MOST_CIRCUMSTANTIAL);
  const weight = bits(logOdds(most) - logOdds(wrongRate));
  if (weight >= 0) return [];
  const name = GATHERING_NAMES[item];
  const text = {
    ja: `${name.ja}の紐付け${grouped.format(links)}件のうち${grouped.format(C)}件が要確認です`,
    en: `Of ${grouped.format(links)} links ${name.en}, ${grouped.format(C)} are to be checked`,
  };
  return [{ item: 'place', title: GATHERING_TITLES[item], level: item, kind: 'missing', weight, text }];
}

/** Log odds, in bits, that a link is right where so many are wrong. */
function logOdds(wrongRate: number): number {
  return Math.log2((1 - wrongRate) / wrongRate);
}

/** Two decimals: what the reader sees is what sums. */
function bits(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

const GATHERING_NAMES: Record<GatheringItem, Bilingual> = {
  terminal: { ja: 'この端末', en: 'of this terminal' },
  operator: { ja: 'この登録担当者', en: 'of this operator' },
  day: { ja: 'この日', en: 'of this day' },
  lookup: { ja: 'この取得方法', en: 'of this look-up method' },
};

const GATHERING_TITLES: Record<GatheringItem, Bilingual> = {
  terminal: { ja: '登録の端末', en: 'Terminal' },
  operator: { ja: '登録担当者', en: 'Operator' },
  day: { ja: '登録日', en: 'Day' },
  lookup: { ja: '取得方法', en: 'Look-up method' },
};

const TITLES = {
  prior: { ja: '比較前の見込み', en: 'Before comparing' },
  rivals: { ja: '他の候補との比較', en: 'Compared with others' },
  explanation: { ja: '通常の説明', en: 'Ordinary explanation' },
} satisfies Record<string, Bilingual>;

const TEXTS = {
  unexplained: {
    ja: 'この違いには、改姓・転居・表記などの通常の説明がありません',
    en: 'Nothing ordinary (a change of name, a move, notation) explains the difference',
  },
  unregistered: {
    ja: '登録のない通称であれば、氏と名の両方が異なるのは一つの理由によります',
    en: 'Where it is an alias that is not registered, both names differ for one reason',
  },
  changers: {
    ja: '改姓の多い性別・年代です',
    en: 'people of this sex and age often change it',
  },
  keepers: {
    ja: '改姓の少ない性別・年代です',
    en: 'people of this sex and age seldom change it',
  },
  half: { ja: '漢字の一部はそう読めます', en: 'part of the kanji reads so' },
  unlikely: {
    ja: 'このカナで読めますが、この性別・年代の方にはまれな名です',
    en: 'Can be read as this kana, which is a rare name of people of this sex and age',
  },
  prior: {
    ja: 'この事務で紐付けが正しい割合です',
    en: 'How often links of this source are right',
  },
  better: {
    ja: 'より合致する住民、または別の説明があります',
    en: 'Another resident or explanation fits better',
  },
  allowance: {
    ja: '比べた項目では否定しきれない場合（親族など）の分です',
    en: 'Allowance for what the items cannot rule out, such as a relative',
  },
  none: { ja: 'より合致する住民はいません', en: 'No other resident fits better' },
} satisfies Record<string, Bilingual>;
