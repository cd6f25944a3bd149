/**
 * A whole region: people, their records in seven sources, and the mistakes in them.
 *
 * @typedef {object} Options
 * @property {number} residents
 * @property {string} seed
 * @property {number} foreigners share of residents
 * @property {number} withoutKana share of residents without furigana
 * @property {number} rate wrong links per link, in every source
 * @property {Record<string, number>} bad sources with a rate of their own
 * @property {number} blocks shifted blocks of 20 to 120 rows, in certificates, pensions and benefits
 * @property {string} dirty a source whose file is damaged in 3 rows of 1,000: cards, insurance, certificates, benefits
 */
import { ownersByName, undecidable } from './decidable.mjs';
import { stranger } from './households.mjs';
import { anybody, nameKey, plant, plantBlock, sceneOf } from './mistakes.mjs';
import { checkDigit } from './numbers.mjs';
import { population } from './population.mjs';
import { prng } from './prng.mjs';
import { recordOf, SOURCES } from './sources.mjs';

/** @param {Options} options @returns what `writeWorld` takes */
export function world(options) {
  const random = prng(`world ${options.seed}`);
  const base = population(random.fork('people'), options);
  const living = base.people.filter((person) => person.status === '');
  const context = {
    ...base,
    households: groupBy(base.people, (p) => p.household),
    named: groupBy(living, nameKey),
  };
  const sources = new Map();
  for (const source of SOURCES)
    sources.set(source.id, fill(random.fork(source.id), source, context, options));
  return {
    people: base.people,
    sources,
    truth: truth(base.people, sources),
    damage: damaging(random.fork('damage'), options.dirty),
  };
}

/** @param {import('./sources.mjs').Source} source @returns {import('./sources.mjs').LinkRecord[]} in file order */
function fill(random, source, context, options) {
  const rate = options.bad[source.id] ?? options.rate;
  const own = context.people
    .filter((person) => source.has(random, person))
    .map((person) => recordOf(random, source, person));
  const wanted = Math.round(own.length * rate);
  const outside =
    Math.round((wanted * source.mistakes.unknown) / sum(Object.values(source.mistakes)) / 2) || 0;
  const records = random.shuffle([
    ...own,
    ...Array.from({ length: outside }, () => fromOutside(random, source, context, options)),
  ]);
  const scene = sceneOf(source.arrange(random, records, context.places), context);
  const blocks = ['certificates', 'pensions', 'benefits'].indexOf(source.id);
  for (let i = 0; i < options.blocks; i++)
    if (i % 3 === blocks) plantBlock(random, scene, random.between(20, 120));
  plant(random, source, scene, wanted - outside);
  for (const record of scene.records) tie(record);
  if (source.id !== 'services') lose(random, scene.records);
  return scene.records;
}

/** A record of somebody from elsewhere on a resident's number. */
function fromOutside(random, source, { people, places }, { foreigners }) {
  for (;;) {
    const person = stranger(random, places, foreigners);
    if (person.birth[0] > 2003) continue;
    person.register = { writing: 'latin', name: '' };
    return { ...recordOf(random, source, person), linked: anybody(random, people, person), cause: 'unknown' };
  }
}

function tie(record) {
  record.number = record.linked.number;
  record.serial = record.linked.serial;
}

/** A few numbers lead to nobody: a digit mistyped, mostly seen by the check digit. */
function lose(random, records) {
  for (const record of records) {
    if (record.cause !== '' || !random.chance(0.0003)) continue;
    const body = record.number.slice(0, 10) + ((Number(record.number[10]) + random.between(1, 9)) % 10);
    record.number = body + (random.chance(0.7) ? record.number[11] : checkDigit(body));
    record.linked = { ...record.linked, id: '' };
    record.cause = 'number-typo';
    record.notes.add('no-resident');
  }
}

/** truth.csv as CONTRACT.md has it; `note` holds key=value pairs and the harmless differences. */
function truth(people, sources) {
  const lines = ['source,record_id,resident_id,true_resident_id,wrong,cause,note'];
  for (const source of SOURCES) {
    const records = sources.get(source.id);
    const also = otherCauses(records);
    for (const [i, record] of records.entries()) {
      const { id, linked, person, cause } = record;
      lines.push(
        [
          source.id,
          id,
          linked.id,
          person.id,
          cause ? 1 : 0,
          cause,
          note(people, source, record, cause ? also(i) : []),
        ].join(','),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

const kind = ({ nation, register, id }) =>
  `${nation}${nation === 'JP' ? '' : `/${register.writing}`}${id && !register.kana ? '-nokana' : ''}`;

function note(people, source, record, also) {
  const pairs = [`linked=${kind(record.linked)}`];
  if (record.cause && record.linked.id) {
    pairs.push(`owner=${record.person.id ? kind(record.person) : `${record.person.nation} outside`}`);
    const reason = undecidable(record, source);
    if (reason) pairs.push(`undecidable=${reason.replace(',', '')}`);
    if (also.length) pairs.push(`also=${also.join('+')}`);
    if (source.shows.length === 1 && record.person.id)
      pairs.push(`owners=${ownersByName(people, record, source)}`);
  }
  return [...pairs, ...record.notes].join(';');
}

/** What else a wrong link could rightly be called: a swap of husband and wife is one of the family, too. */
function otherCauses(records) {
  const crossed = new Set(
    records.map((record) => `${record.person.household}/${record.person.number}>${record.linked.number}`),
  );
  const { queue } = sceneOf(records, {});
  const before = new Map(queue.map(([one, two]) => [two, one]));
  return (i) => {
    const { person, linked } = records[i];
    const beside = [records[i - 1], records[i + 1]].filter(Boolean).some((other) => other.person === linked);
    const shifted = beside && [records[i - 1], records[i + 1]].some((other) => other?.cause === 'row-shift');
    const sameName = person.id !== '' && nameKey(person) === nameKey(linked);
    const sameKana =
      person.given && person.given.kana === linked.given?.kana && person.family.kana === linked.family.kana;
    return Object.entries({
      family: person.household === linked.household,
      namesake: sameName || (sameKana && person.birth.join() === linked.birth.join()),
      swap: crossed.has(`${linked.household}/${linked.number}>${person.number}`),
      'neighbour-record': beside,
      'row-shift': shifted,
      'shared-terminal': before.get(records[i])?.person === linked,
    }).flatMap(([cause, holds]) => (holds && cause !== records[i].cause ? [cause] : []));
  };
}

/** Rows with a column too few, an open quote, a stray byte: 3 in 1,000 of one file. */
function damaging(random, dirty) {
  return (id, lines) =>
    id !== dirty
      ? lines
      : lines.map((line, i) => {
          if (i === 0 || !random.chance(0.003)) return line;
          return random.pick([
            () => line.replace(/^[^,\t]*[,\t]/, ''),
            () => line.replace(/[,\t]/, ',"'),
            () => `${line},,`,
            () => line.replace(/..$/, '\u0000'),
          ])();
        });
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(item);
  }
  return groups;
}

const sum = (numbers) => numbers.reduce((total, n) => total + n, 0);
