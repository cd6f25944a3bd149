import type { Case, FactText, Service } from '../audit/case.js';
import { ITEMS, wordsFor } from '../audit/words.js';
import { kindOf } from '../findings/kinds/index.js';
import type { Bilingual } from '../text/bilingual.js';
import { tellsPlace } from '../verify/comparisons/index.js';
import { type Compared, joined, listed, rowsOf, titlesOf } from './compared.js';
import { isOfSameLink } from './how-related.js';
import { withOriginals } from './originals.js';
import { tiedOf } from './who-fits.js';

/** What is shown of a case of which it is told what to look at, in which order. */
export type InOrder = Pick<
  Case,
  | 'kind'
  | 'evidence'
  | 'beside'
  | 'candidates'
  | 'facts'
  | 'service'
  | 'originals'
  | 'relatedCases'
  | 'twins'
  | 'doubles'
  | 'holders'
  | 'doubtedHolders'
  | 'otherNames'
  | 'besideFamily'
>;

const words = (ja: string, en: string): Bilingual => ({ ja, en });

/** Which of several records is valid where a person may have one. */
const ONE_EACH: Readonly<Record<Service, Bilingual>> = {
  card: words('カードは再交付で前のものが失効します。', 'A reissued card ends the one before.'),
  insurance: words('保険は切替後の資格が有効です。', 'After a change the later insurance is valid.'),
  account: words('口座は後から登録したものが有効です。', 'The account registered last is valid.'),
};

/** Whose record it is that may be another person's, and with which key that is then said here. */
const SETTLED_FIRST = {
  own: words('別人の記録か（先の事案。Aなら2）', 'another person’s? (case to settle first: 2 if A is)'),
  others: words(
    '別人の記録か（先の事案。ほかなら1）',
    'another person’s? (case to settle first: 1 if others are)',
  ),
  both: words(
    '別人の記録か（先の事案。Aなら2、ほかなら1）',
    'another person’s? (cases to settle first: 2 if A is, 1 if others are)',
  ),
} as const;
const ONE_PERSON = words('1人の二重登録か（先の事案）', 'one person twice? (case to settle first)');

/** Of several records of one resident: whose each is, which agrees with the resident, which is the later one. */
export function recordsInOrder(item: InOrder): Bilingual {
  const { relatedCases = [], service } = item;
  const doubts = relatedCases.filter(({ kind, order }) => order === 'first' && kindOf(kind).isWrongLink);
  const ofOwn = doubts.filter(({ how }) => isOfSameLink(how)).length;
  const whose = ofOwn === 0 ? 'others' : ofOwn === doubts.length ? 'own' : 'both';
  const isDoubted = doubts.length > 0;
  const steps = [...(isDoubted ? [SETTLED_FIRST[whose]] : []), differing(item), ...later(item)];
  // Which of a person's own records is valid is asked once they are known to be: the line has no room for both.
  const rule = service && !isDoubted ? ONE_EACH[service] : undefined;
  const order = inOrder(steps);
  const [ja, en] = [`${order.ja}ます。`, `${order.en}.`];
  return rule ? words(ja + rule.ja, `${en} ${rule.en}`) : words(ja, en);
}

/** Of residents between whom the record cannot decide what could, and what is done where that does not either; undefined of others. */
export function tieInOrder(item: InOrder): Bilingual | undefined {
  const tied = tiedOf(item);
  if (tied.length === 0) return undefined;
  const { twins = [], doubles = [] } = item;
  const steps = [
    ...(twins.length > 0 || doubles.length > 0 ? [ONE_PERSON] : []),
    numbers(item, tied),
    ...(tied.length > 1 ? [...family(item, tied), ...held(item, tied), ...otherFacts(item, tied)] : []),
  ];
  const { ja, en } = inOrder(steps);
  return words(`${ja}て、決められなければ4（照会）を選びます`, `${en}; 4 (ask) if that does not tell`);
}

/** A sentence whose end is left open. */
function inOrder(steps: readonly Bilingual[]): Bilingual {
  if (steps.length === 1) return words(`${steps[0]!.ja}を見`, `Look at: ${steps[0]!.en}`);
  return words(
    `${steps.map(({ ja }) => ja).join(' → ')}の順に見`,
    `In order: ${steps.map(({ en }) => en).join(' → ')}`,
  );
}

/** Of each record what differs from the resident; where all differ, whose differ in more than what changes with a move. */
function differing({ evidence, beside = [] }: InOrder): Bilingual {
  const off = [
    evidence.filter(({ kind, weight }) => kind === 'different' && weight < 0),
    ...beside.map(({ levels }) => rowsOf(levels).filter(({ kind }) => kind === 'different')),
  ];
  const labels = labelsOf(off);
  const told = (ja: string, en: string) => words(`Bとの食い違い（${ja}）`, `which differs from B (${en})`);
  if (labels.length === 0) return told('どれにもなし', 'none');
  if (labels.length < off.length) return told(`${labels.join('・')}だけ`, `${labels.join(', ')} alone`);
  const ofPerson = off.map((rows) => rows.filter(({ item }) => !tellsPlace(item) && item !== 'phone'));
  const others = labelsOf(ofPerson);
  if (others.length === 0 || others.length === off.length) return told('どれにもあり', 'all');
  const titles = titlesOf(ofPerson.flat().filter(isFirstOfItem));
  return told(
    `どれにもあり、${joined(titles)}は${others.join('・')}だけ`,
    `all, in ${listed(titles)} ${others.join(', ')} alone`,
  );
}

const labelsOf = (off: readonly (readonly unknown[])[]) =>
  off.flatMap((rows, index) => (rows.length > 0 ? [labelOf(index)] : []));

/** What several records differ in is named once. */
const isFirstOfItem = ({ item }: Compared, index: number, all: readonly Compared[]) =>
  all.findIndex((row) => row.item === item) === index;

const labelOf = (index: number) => (index === 0 ? 'A' : `A${index + 1}`);

/** Which record was registered last, by the days that the page shows. */
function later({ facts = [] }: InOrder): readonly Bilingual[] {
  const row = facts.find(({ item }) => item === 'registered_at');
  if (!row) return [];
  const days = [row.record, ...row.beside].map(dayOf);
  const told = (ja: string, en: string) => [words(`登録日（${ja}）`, `day of registration (${en})`)];
  if (days.some((day) => day === null)) return told('不明あり', 'one is not known');
  const last = days.toSorted().at(-1);
  const labels = days.flatMap((day, index) => (day === last ? [labelOf(index)] : []));
  if (labels.length > 1) return told('同じ日', 'the same');
  return told(`新しいのは${labels[0]}`, `${labels[0]} is the later`);
}

/** The day in ISO form, of what is written year first; null otherwise. */
function dayOf(text: FactText | null): string | null {
  const [, year, month, day] =
    typeof text === 'string' ? (/^(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)/.exec(text) ?? []) : [];
  return day === undefined ? null : `${year}-${month}-${day}`;
}

/** The number on the original form, beside the last digits of those whom the record fits; of a record without one the form itself. */
function numbers({ facts = [], originals }: InOrder, tied: readonly string[]): Bilingual {
  const row = facts.find(({ item }) => item === 'number_tail');
  const tails = tied.flatMap((label) => {
    const tail = row?.candidates[Number(label.slice(1)) - 1];
    return tail ? [`${label} ${(typeof tail === 'string' ? tail : tail.ja).split('（')[0]}`] : [];
  });
  if (originals?.number === null) return withOriginals(words('{whose}', '{whose}'), originals);
  const told = (joint: string) => (tails.length > 1 ? tails.join(joint) : '');
  return withOriginals(
    words(
      `{number}の番号${told('') && `（${told('・')}）`}`,
      `number on {number}${told('') && ` (${told(', ')})`}`,
    ),
    originals,
  );
}

/** In the rows beside of whose family the record stands, where the page shows that and it is so of some. */
function family({ facts = [], besideFamily = [] }: InOrder, tied: readonly string[]): readonly Bilingual[] {
  const row = facts.find(({ item }) => item === 'records');
  const labels = tied.filter((label) => besideFamily.includes(label));
  if (!row || labels.length === 0 || labels.length === tied.length) return [];
  return [
    words(
      `すぐ前後の行に家族の記録（${labels.join('・')}にあり）`,
      `family in the rows beside (${labels.join(', ')})`,
    ),
  ];
}

/** Who has a record of the source already hardly needs this one; one that is to be checked itself speaks for nobody. */
function held(
  { facts = [], holders, doubtedHolders = [] }: InOrder,
  tied: readonly string[],
): readonly Bilingual[] {
  const row = facts.find(({ item }) => item === 'records');
  if (!row || !holders || row.candidates.every((text) => text === null)) return [];
  const having = tied.filter((label) => holders.includes(label));
  const doubted = tied.filter((label) => doubtedHolders.includes(label));
  const but =
    doubted.length === 0
      ? words('', '')
      : words(`。${doubted.join('・')}のものは要確認`, `; that of ${doubted.join(', ')} is to be checked`);
  const told = (ja: string, en: string) => [
    words(`同じ事務の他の記録（${ja}${but.ja}）`, `other records of this source (${en}${but.en})`),
  ];
  if (having.length === 0 && doubted.length > 0)
    return [
      words(
        `同じ事務の他の記録（${doubted.join('・')}にあるが要確認）`,
        `other records of this source (that of ${doubted.join(', ')} is to be checked)`,
      ),
    ];
  const [either, neither] = tied.length > 2 ? ['どれ', 'none has one'] : ['どちら', 'neither has one'];
  if (having.length === 0) return told(`${either}にもなし`, neither);
  if (having.length === tied.length) return told(`${either}にもあり`, 'all have one');
  return told(`${having.join('・')}にはあり`, `${having.join(', ')} has one`);
}

/**
 * Titles of what else is shown because those whom the record fits differ in it. Where one of them has nothing, or the record has none to look it
 * up by, there is nothing to compare; a day of change stands beside the day of the registration.
 */
function otherFacts({ facts = [] }: InOrder, tied: readonly string[]): readonly Bilingual[] {
  const items = facts.filter(({ item, decides, record, candidates }) => {
    const stated = candidates.slice(0, tied.length);
    return (
      decides &&
      !['number_tail', 'resident_id', 'records'].includes(item) &&
      new Set(stated).size > 1 &&
      stated.every((text) => text !== null) &&
      (record !== null || item === 'moved_on')
    );
  });
  if (items.length === 0) return [];
  const titles = items.map(({ item }) => wordsFor(ITEMS, item));
  return [words(titles.map(({ ja }) => ja).join('・'), titles.map(({ en }) => en.toLowerCase()).join(', '))];
}
