import { hepburn } from './fold-name.js';
import type { CanonicalItem } from './items.js';
import { abbreviates, type Concept, LONGEST_WORD, NAME_WORDS } from './name-words.js';

/** What may stand beside any item: that it is the present one, or of the record's person. */
const BESIDE: readonly Concept[] = ['now'];

interface Rule {
  readonly item: CanonicalItem;
  /** One of each list must be there. */
  readonly needs: readonly (readonly Concept[])[];
  readonly may?: readonly Concept[];
}

/** What words together name; a name that holds any other word is of something else. The first that holds is meant. */
const RULES: readonly Rule[] = [
  { item: 'lookup', needs: [['method'], ['acquired', 'event', 'my-number']], may: ['my-number', 'number'] },
  { item: 'lookup', needs: [['acquired', 'event'], ['flag'], ['my-number']] },
  { item: 'sign_serial', needs: [['sign'], ['serial']], may: ['cert', 'number'] },
  { item: 'sign_serial', needs: [['sign'], ['cert'], ['number']] },
  { item: 'auth_serial', needs: [['auth'], ['serial']], may: ['cert', 'number'] },
  { item: 'auth_serial', needs: [['cert'], ['serial', 'number']], may: ['auth', 'made', 'serial', 'number'] },
  {
    item: 'terminal',
    needs: [['terminal']],
    may: ['event', 'done', 'made', 'my-number', 'number', 'name', 'code'],
  },
  {
    item: 'operator',
    needs: [['operator']],
    may: ['event', 'done', 'made', 'my-number', 'number', 'name', 'code'],
  },
  { item: 'operator', needs: [['event'], ['by']], may: ['number', 'name', 'operator'] },
  { item: 'operator', needs: [['event', 'done'], ['sha']], may: ['my-number', 'number', 'name', 'code'] },
  { item: 'birth_date', needs: [['birth']], may: ['day', 'own', 'person'] },
  { item: 'birth_date', needs: [['own', 'person'], ['sei'], ['day']] },
  { item: 'moved_on', needs: [['move'], ['day']], may: ['event'] },
  { item: 'moved_on', needs: [['move'], ['now']] },
  {
    item: 'registered_at',
    needs: [
      ['event', 'my-number'],
      ['day', 'time'],
    ],
    may: ['event', 'my-number', 'number'],
  },
  { item: 'registered_at', needs: [['acquired'], ['my-number'], ['day', 'time']] },
  { item: 'registered_at', needs: [['made'], ['time']] },
  { item: 'protected', needs: [['protect']], may: ['flag', 'code', 'person'] },
  { item: 'previous_address', needs: [['prev'], ['addr']], may: ['kanji'] },
  { item: 'previous_address', needs: [['prev-addr']], may: ['kanji'] },
  { item: 'address', needs: [['addr']], may: ['kanji', 'own', 'person'] },
  { item: 'kana', needs: [['kana']], may: ['name', 'own', 'person'] },
  { item: 'former_name', needs: [['former']], may: ['name', 'kanji'] },
  { item: 'former_name', needs: [['prev'], ['name', 'sei']], may: ['kanji'] },
  { item: 'alias', needs: [['alias']], may: ['name', 'kanji'] },
  { item: 'phone', needs: [['tel']], may: ['number', 'own', 'person'] },
  { item: 'sex', needs: [['sex']], may: ['flag', 'code', 'own', 'person'] },
  { item: 'sex', needs: [['own', 'person'], ['sei']], may: ['flag', 'code'] },
  { item: 'status', needs: [['status']], may: ['resident', 'flag', 'code', 'record'] },
  { item: 'my_number', needs: [['my-number']], may: ['own', 'number'] },
  { item: 'my_number', needs: [['my', 'person'], ['number']] },
  { item: 'household_id', needs: [['household'], ['number', 'code']] },
  { item: 'resident_id', needs: [['resident'], ['number', 'code']] },
  { item: 'resident_id', needs: [['person'], ['code']] },
  { item: 'organisation', needs: [['org']], may: ['made', 'number', 'code', 'name', 'event', 'operator'] },
  {
    item: 'record_id',
    needs: [
      ['own', 'record'],
      ['number', 'serial', 'code'],
    ],
    may: ['record', 'own'],
  },
  { item: 'name', needs: [['name']], may: ['kanji', 'own', 'person'] },
];

/** A reading of a name: what its words speak of, and how much had to be supposed. */
interface Cover {
  readonly concepts: readonly Concept[];
  readonly cost: number;
}

/** Readings of one name that are followed; a name with more is no name. */
const MOST_COVERS = 300;
/** What each word costs, and each that is abbreviated. */
const WORD = 1;
const ABBREVIATED = 1.5;
/** Readings that suppose so much more than the best are not meant. */
const AS_GOOD = 0.5;
const LONGEST_NAME = 40;

/**
 * Items that a column's name speaks of when it is read word by word: HHKNSEIYMD, 個番把握日, SMIKN. Every letter must belong to a word that is
 * known, or to an abbreviation of one; several items where words mean several things, of which the values tell the right one.
 *
 * @param folded a name after `foldName`.
 */
export function readName(folded: string): readonly CanonicalItem[] {
  const name = hepburn(folded).replace(/(?<=\p{L})1(?=$|_|k[jn]|kan)/u, '');
  if (name.length > LONGEST_NAME || name.length < 2) return [];
  const items = itemsOf(name);
  return items.length > 0 || !TYPED.test(name) ? items : itemsOf(name.slice(1));
}

/** A letter for the type of a column before its name: CJUMINNO, DBIRTH. */
const TYPED = /^[cdnv](?=[a-z]{4})/;

function itemsOf(name: string): readonly CanonicalItem[] {
  const parts = name
    .replace(/(^|_)s_n(?=_|$)/u, '$1sn')
    .replace(/s_n$/u, 'sn')
    .split(/[_()の]+/u)
    .filter((part) => part !== '');
  const covers = parts.reduce<readonly Cover[]>(
    (before, part) =>
      before.flatMap((one) => coversOf(part).map((next) => joined(one, next))).slice(0, MOST_COVERS),
    [{ concepts: [], cost: 0 }],
  );
  const read = covers.flatMap(({ concepts, cost }) => {
    const rule = RULES.find((one) => holds(one, withNumber(concepts)));
    return rule ? [{ item: rule.item, cost }] : [];
  });
  const best = Math.min(...read.map(({ cost }) => cost));
  return [...new Set(read.filter(({ cost }) => cost <= best + AS_GOOD).map(({ item }) => item))];
}

/** What is done with a number, and who does it. */
const DONE: readonly Concept[] = ['acquired', 'event', 'method', 'operator', 'terminal'];

/** My and number beside other words are one word; a person's number is My Number where something is done with it. */
function withNumber(concepts: readonly Concept[]): readonly Concept[] {
  const isDone = concepts.some((one) => DONE.includes(one));
  const whose = concepts.includes('my') ? 'my' : isDone && concepts.includes('person') ? 'person' : null;
  return whose !== null && concepts.includes('number')
    ? [...concepts.filter((one) => one !== whose && one !== 'number'), 'my-number']
    : concepts;
}

function joined(one: Cover, next: Cover): Cover {
  return { concepts: [...one.concepts, ...next.concepts], cost: one.cost + next.cost };
}

function holds({ needs, may = [] }: Rule, concepts: readonly Concept[]): boolean {
  const known = [...needs.flat(), ...may, ...BESIDE];
  return (
    needs.every((any) => any.some((one) => concepts.includes(one))) &&
    concepts.every((one) => known.includes(one))
  );
}

/** Ways in which a part of a name consists of words, the cheapest first. */
function coversOf(part: string): readonly Cover[] {
  const from = new Map<number, readonly Cover[]>();
  const at = (start: number): readonly Cover[] => {
    if (start === part.length) return [{ concepts: [], cost: 0 }];
    const known = from.get(start);
    if (known) return known;
    from.set(start, []);
    const found: Cover[] = [];
    for (let end = Math.min(part.length, start + LONGEST_WORD); end > start; end--) {
      const rest = at(end);
      if (rest.length === 0) continue;
      for (const one of meaningsOf(part.slice(start, end), end - start === part.length))
        for (const next of rest) found.push(joined(one, next));
    }
    const kept = found.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_COVERS / 10);
    from.set(start, kept);
    return kept;
  };
  return at(0);
}

/** English words by their ends: safeguarded, restricts, linking. */
const INFLECTED = /(?<=^[a-z]{5,})(e?d|ing|s)$/;

function meaningsOf(word: string, isPart: boolean): readonly Cover[] {
  // One letter is a word by itself only.
  const whole = word.length === 1 && /[a-z]/.test(word) && !isPart ? undefined : NAME_WORDS.get(word);
  if (whole) return whole.map((concept) => ({ concepts: [concept], cost: WORD }));
  const base = NAME_WORDS.get(word.replace(INFLECTED, ''));
  if (base) return base.map((concept) => ({ concepts: [concept], cost: WORD }));
  return abbreviates(word).map((concept) => ({ concepts: [concept], cost: WORD + ABBREVIATED }));
}
