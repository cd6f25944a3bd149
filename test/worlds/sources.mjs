/**
 * The seven sources: who is in them, what their records carry, in which order the file stands.
 *
 * @typedef {object} LinkRecord
 * @property {import('./population.mjs').Person} person whose record it is
 * @property {import('./population.mjs').Person} linked whose number it carries
 * @property {import('./writing.mjs').Shown} shown
 * @property {string} id record_id as the program joins it
 * @property {string} cause '' while the link is right
 * @property {Set<string>} notes
 * @typedef {object} Source
 * @property {string} id
 * @property {(random: object, person: object) => boolean} has
 * @property {import('./writing.mjs').Hand} hand
 * @property {string[]} shows items that reach the file: name, kana, birth, sex, address
 * @property {Record<string, number>} mistakes cause → weight
 * @property {(random: object, records: LinkRecord[], places: object[]) => LinkRecord[]} arrange ids, times, order
 */
import { dayIn, moment, plusDays, YEAR } from './calendar.mjs';
import { write } from './writing.mjs';

const age = (person) => YEAR - person.birth[0];
const living = (person) => person.status === '';
const digits = (random, n) => Array.from({ length: n }, () => random.int(10)).join('');

/** @type {Source[]} */
export const SOURCES = [
  {
    id: 'cards',
    has: (random, person) => random.chance(living(person) ? 0.7 : 0.2),
    hand: { fromRegister: true, staleName: 0.02, staleAddress: 0.06 },
    shows: ['name', 'birth', 'sex', 'address'],
    mistakes: { swap: 3, 'shared-terminal': 2, namesake: 3, unknown: 2 },
    arrange: (random, records, places) =>
      counters(
        random,
        records,
        places,
        'C',
        (i) => `${random.pick('ABCDEFGH')}${String(i).padStart(8, '0')}`,
      ),
  },
  {
    id: 'insurance',
    has: (random, person) => random.chance(living(person) ? 0.75 : 0.1),
    hand: { staleName: 0.05, staleAddress: 0.12, reordered: 0.1, katakanaName: 0.15, simplified: 0.04 },
    shows: ['name', 'kana', 'birth', 'sex', 'address'],
    mistakes: { namesake: 5, family: 3, 'number-typo': 2, 'neighbour-record': 1, swap: 1, unknown: 2 },
    arrange: insured,
  },
  {
    id: 'certificates',
    has: (random, person) => living(person) && random.chance(age(person) > 65 ? 0.25 : 0.07),
    hand: { staleName: 0.1, staleAddress: 0.12, reordered: 0.1, katakanaName: 0.1 },
    shows: ['name', 'birth', 'address'],
    mistakes: {
      'neighbour-record': 3,
      'row-shift': 3,
      'number-typo': 2,
      family: 1,
      swap: 1,
      unknown: 1,
      namesake: 1,
    },
    arrange: (random, records) => numbered(random, records, (i) => `第${String(20000 + i)}号`),
  },
  {
    id: 'pensions',
    has: (random, person) => living(person) && age(person) >= 20 && random.chance(0.6),
    hand: { staleName: 0.06, staleAddress: 0.1, reordered: 0.1 },
    shows: ['kana', 'birth', 'sex', 'address'],
    mistakes: { namesake: 4, 'number-typo': 2, 'row-shift': 1, 'neighbour-record': 1, unknown: 2 },
    arrange: (random, records) =>
      numbered(random, records, (i) => `${1000 + (i % 9000)}${String(100000 + i)}`),
  },
  {
    id: 'accounts',
    has: (random, person) => living(person) && random.chance(0.55),
    hand: { staleName: 0.3, reordered: 0.15, latin: 0.2, cut: 30 },
    shows: ['kana'],
    mistakes: { 'shared-terminal': 4, family: 4, unknown: 2, 'number-typo': 1, swap: 1 },
    arrange: accounts,
  },
  {
    id: 'services',
    has: (random, person) => living(person) && age(person) >= 18 && random.chance(0.25),
    hand: { staleName: 0.12, staleAddress: 0.12, reordered: 0.35, simplified: 0.4 },
    shows: ['name', 'birth', 'sex', 'address'],
    mistakes: { unknown: 3, family: 2, swap: 1 },
    arrange: (random, records) =>
      random.shuffle(records).map((record, i) => ({
        ...record,
        id: `u${100000 + i}`,
        organisation: random.pick(['P01', 'P02', 'P03']),
        at: moment(dayIn(random, YEAR - 1), random.between(0, 1439), random.int(60)),
      })),
  },
  {
    id: 'benefits',
    has: (random, person) => living(person) && random.chance(age(person) < 16 ? 0.6 : 0.15),
    hand: {
      staleName: 0.05,
      staleAddress: 0.08,
      reordered: 0.1,
      katakanaName: 0.1,
      simplified: 0.03,
      cut: 30,
    },
    shows: ['name', 'kana', 'birth', 'address'],
    mistakes: { family: 3, swap: 2, 'row-shift': 2, 'neighbour-record': 1, 'number-typo': 1, unknown: 1 },
    arrange: (random, records) => numbered(random, byHousehold(records), (i) => `K${String(500000 + i)}`),
  },
];

/** A record of this person in this source; ids and times come with `arrange`. @returns {LinkRecord} */
export function recordOf(random, source, person) {
  const bare = source.id === 'pensions' && random.chance(0.4); // no address there
  const shown = write(
    random,
    person,
    source.hand,
    bare ? source.shows.filter((item) => item !== 'address') : source.shows,
  );
  return { person, linked: person, shown, cause: '', notes: shown.notes };
}

const byHousehold = (records) =>
  [...records].sort((a, b) =>
    a.person.household < b.person.household ? -1 : a.person.household > b.person.household ? 1 : 0,
  );

function numbered(random, records, id) {
  return records.map((record, i) => ({
    ...record,
    id: id(i),
    organisation: `E${1 + (i % 7)}`,
    operator: `o${random.between(1, 9)}`,
    at: moment(plusDays([YEAR - 1, 4, 1], Math.floor(i / 60)), 540 + (i % 60) * 7, random.int(60)),
  }));
}

function insured(random, records) {
  let [household, branch, family] = ['', 0, 0];
  return byHousehold(records).map((record) => {
    if (record.person.household !== household)
      [household, branch, family] = [record.person.household, 0, family + 1];
    branch++;
    const insurer = ['01130012', '39131016', '06139999'][family % 3];
    const card = {
      insurer,
      symbol: String(10 + (family % 80)),
      member: String(1000 + family),
      branch: String(branch).padStart(2, '0'),
    };
    return {
      ...record,
      ...card,
      id: Object.values(card).join('-'),
      organisation: insurer,
      at: moment(dayIn(random, YEAR - 1), random.between(480, 1080), 0),
      lookup: random.chance(0.2) ? '3情報照会' : '本人申告',
    };
  });
}

/** Visits to a counter: members of a household come together, colleagues from one country, too. */
function visits(random, records) {
  const groups = new Map();
  const put = (key, record) => groups.set(key, [...(groups.get(key) ?? []), record]);
  for (const record of records) {
    const { person } = record;
    const key =
      person.nation !== 'JP' && random.chance(0.4)
        ? `${person.nation}${person.home.place.code}${random.int(30)}`
        : random.chance(0.5)
          ? person.household
          : `${person.household}${groups.size}`;
    put(key, record);
  }
  return random.shuffle([...groups.values()]);
}

function counters(random, records, places, prefix, id) {
  const state = new Map();
  const arranged = visits(random, records)
    .flat()
    .map((record, i) => {
      const desk = `${prefix}${String(places.indexOf(record.person.home.place)).padStart(2, '0')}${random.pick('123')}`;
      return {
        ...record,
        id: id(i),
        organisation: record.person.home.place.code,
        terminal: desk,
        operator: `${desk}${random.pick('xyz')}`,
        ...tick(random, state, desk),
      };
    });
  return random.shuffle(arranged);
}

/** The next moment at a terminal: three to twelve minutes later, or the next morning. */
function tick(random, state, terminal) {
  let { day, minutes } = state.get(terminal) ?? {
    day: plusDays([YEAR - 1, 4, 1], random.int(30)),
    minutes: 520,
  };
  minutes += random.chance(0.12) ? random.between(30, 120) : random.between(2, 12);
  if (minutes > 1035) [day, minutes] = [plusDays(day, 1), random.between(515, 530)];
  state.set(terminal, { day, minutes });
  return { day, minutes, at: moment(day, minutes, random.int(60)) };
}

function accounts(random, records) {
  const state = new Map();
  const terminals = Math.max(2, Math.round(records.length / 1500));
  const arranged = [];
  for (const visit of visits(random, records)) {
    const terminal = `T${String(random.int(terminals)).padStart(5, '0')}`;
    for (const record of visit) {
      const bank = random.pick(['0001', '0005', '0009', '0033', '9900', '0129', '1333']);
      const account = {
        bank,
        branch: digits(random, 3),
        type: random.chance(0.95) ? '1' : '4',
        account: digits(random, 7),
      };
      arranged.push({
        ...record,
        ...account,
        id: Object.values(account).join('-'),
        organisation: bank,
        terminal,
        ...tick(random, state, terminal),
      });
    }
  }
  return random.shuffle(arranged);
}
