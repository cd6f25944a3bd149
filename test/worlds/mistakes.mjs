/**
 * Plants wrong links, one mechanism a function, with what each leaves behind in the data. A mechanism takes records
 * whose link is still right and changes `linked`; it gives back what it changed, nothing where there was no occasion.
 *
 * @typedef {import('./sources.mjs').LinkRecord} LinkRecord
 * @typedef {object} Scene
 * @property {LinkRecord[]} records in file order; a mechanism may add to them
 * @property {Map<object, LinkRecord>} of the record of a person
 * @property {Map<string, object[]>} households
 * @property {import('./population.mjs').Person[]} people
 * @property {[object, object][]} namesakes same name, sex and day of birth
 * @property {Map<string, object[]>} named living people by kanji name
 * @property {[object, object][]} slips numbers one slip apart
 * @property {[LinkRecord, LinkRecord][]} queue neighbours in time at one terminal
 */
import { drawFrom } from './prng.mjs';

const MECHANISMS = {
  namesake,
  family,
  swap,
  unknown,
  'shared-terminal': nextAtTerminal,
  'number-typo': slip,
  'neighbour-record': neighbour,
  'row-shift': shift,
};

/**
 * @param {import('./prng.mjs').Prng} random
 * @param {import('./sources.mjs').Source} source
 * @param {Scene} scene
 * @param {number} quota wrong links wanted
 */
export function plant(random, source, scene, quota) {
  const draw = drawFrom(Object.entries(source.mistakes));
  for (let planted = 0, tries = 0; planted < quota && tries < quota * 40; tries++) {
    const cause = draw(random);
    const changed = MECHANISMS[cause](random, scene, source);
    for (const record of changed) record.cause = cause;
    planted += changed.length;
  }
}

/** A block of rows that each carry the number of the next: a cell deleted, the rest moved up. */
export function plantBlock(random, scene, length) {
  const changed = shift(random, scene, undefined, length);
  for (const record of changed) {
    record.cause = 'row-shift';
    record.notes.add('block');
  }
}

/** What the index of a source needs to be looked up. */
export function sceneOf(records, world) {
  const queues = new Map();
  for (const record of records) {
    if (!record.terminal) continue;
    if (!queues.has(record.terminal)) queues.set(record.terminal, []);
    queues.get(record.terminal).push(record);
  }
  const queue = [...queues.values()]
    .flatMap((list) => {
      list.sort((a, b) => (a.at < b.at ? -1 : 1));
      return list.slice(1).map((record, i) => [list[i], record]);
    })
    .filter(([one, two]) => one.day.join() === two.day.join() && two.minutes - one.minutes <= 15);
  return { ...world, records, queue, of: new Map(records.map((record) => [record.person, record])) };
}

const right = (record) => record !== undefined && record.cause === '';

/** Three items are looked up, the other of the same name is taken; a card is handed to whoever bears the name. */
function namesake(random, { of, namesakes, named }, source) {
  if (source.id === 'cards' && random.chance(0.5)) {
    const owner = random.pick([...of.values()]);
    const others = (named.get(nameKey(owner.person)) ?? []).filter((person) => person !== owner.person);
    return right(owner) && others.length ? link(owner, random.pick(others)) : [];
  }
  const [one, two] = random.shuffle(random.pick(namesakes));
  return right(of.get(one)) ? link(of.get(one), two) : [];
}

export const nameKey = (person) =>
  person.nation === 'JP' ? `${person.family.kanji} ${person.given.kanji}` : (person.register.name ?? '');

/** A form of the family: the number of another member. Accounts: a parent's account stands for the child. */
function family(random, scene, source) {
  const owner = random.pick(scene.records);
  const home = (scene.households.get(owner.person.household) ?? []).filter(
    (person) => person !== owner.person,
  );
  if (!right(owner) || home.length === 0) return [];
  if (source.id !== 'accounts') return link(owner, random.pick(home));
  const child = home.find((person) => person.birth[0] - owner.person.birth[0] >= 18 && !scene.of.has(person));
  if (!child) return [];
  const second = { ...owner, linked: child, notes: new Set(owner.notes), minutes: owner.minutes + 1 };
  if (random.chance(0.5)) scene.records.splice(scene.records.indexOf(owner), 1, second);
  else scene.records.splice(random.int(scene.records.length), 0, second);
  scene.of.set(child, second);
  return [second];
}

/** The one before is still logged in. A quarter of them are foreigners, so that there is something to count. */
function nextAtTerminal(random, { queue }) {
  const abroad = random.chance(0.25);
  for (let i = 0; i < 60; i++) {
    const [before, owner] = random.pick(queue);
    if (abroad && before.person.nation === 'JP') continue;
    if (right(before) && right(owner) && before.person.household !== owner.person.household)
      return link(owner, before.person);
  }
  return [];
}

function slip(random, { of, slips }) {
  const [one, two] = random.shuffle(random.pick(slips));
  return right(of.get(one)) ? link(of.get(one), two) : [];
}

function neighbour(random, { records }) {
  const at = random.between(1, records.length - 2);
  const beside = records[at + random.pick([-1, 1])];
  return right(records[at]) && right(beside) && beside.person.id ? link(records[at], beside.person) : [];
}

function shift(random, { records }, _source, length = random.between(3, 8)) {
  const from = random.int(records.length - length - 1);
  const rows = records.slice(from, from + length + 1);
  if (!rows.every((record) => right(record) && record.person.id)) return [];
  return rows.slice(0, -1).flatMap((record, i) => link(record, rows[i + 1].person));
}

/** Two applicants of one hour, two rows of one page, husband and wife: each has the other's. */
function swap(random, { records, queue, of, households }, source) {
  const [one, two] =
    queue.length > 0
      ? random.pick(queue)
      : random.chance(0.5)
        ? couple(random, records, of, households)
        : page(random, records);
  if (!right(one) || !right(two) || !one.person.id || !two.person.id || one.person === two.person) return [];
  if (source.id !== 'insurance' && one.person.household === two.person.household) return [];
  const owners = [one.person, two.person];
  return [...link(one, owners[1]), ...link(two, owners[0])];
}

function couple(random, records, of, households) {
  const one = random.pick(records);
  const others = (households.get(one.person.household) ?? []).filter(
    (person) => person !== one.person && of.has(person),
  );
  return [one, others.length ? of.get(random.pick(others)) : undefined];
}

function page(random, records) {
  const at = random.int(records.length);
  return [records[at], records[at + random.between(1, 20)]];
}

/** Somebody, for no reason that the data show. Records of outsiders are planted before, with the file. */
function unknown(random, { people, records }) {
  const owner = random.pick(records);
  return right(owner) ? link(owner, anybody(random, people, owner.person)) : [];
}

/** Whom a record without a reason lands on: one in seven a foreigner, so that there is something to count. */
export function anybody(random, people, but) {
  const abroad = random.chance(0.14);
  for (;;) {
    const person = random.pick(people);
    if (person !== but && person.status === '' && (!abroad || person.nation !== 'JP' || random.chance(0.02)))
      return person;
  }
}

function link(record, person) {
  record.linked = person;
  return [record];
}
