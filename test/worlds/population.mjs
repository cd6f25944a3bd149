/**
 * The residents of a region: households, planted namesakes, numbers, and what the register says of each.
 *
 * @typedef {import('./japanese.mjs').Written} Written
 * @typedef {import('./places.mjs').Address} Address
 * @typedef {object} Person
 * @property {string} id 宛名番号; '' for somebody whom the register does not hold
 * @property {string} number
 * @property {string} serial of the authentication certificate
 * @property {string} household
 * @property {1 | 2} sex
 * @property {number[]} birth [year, month, day]
 * @property {string} nation JP or a country
 * @property {Written} [family] Japanese names; `before` is the family name before marriage
 * @property {Written} [given]
 * @property {Written} [before]
 * @property {number} [married] year
 * @property {boolean} [beforeKnown] 旧氏 stands in the register
 * @property {import('./foreign.mjs').ForeignName} [foreign]
 * @property {{family: Written, given: Written}} [alias] 通称
 * @property {'sound' | 'on'} [style] how a foreigner's kana are said
 * @property {Address} home
 * @property {Address} [old] where they lived some years ago
 * @property {boolean} [oldKnown] 転入前住所 stands in the register
 * @property {string} status
 * @property {object} register texts by item, as the register has them
 */
import { foreignHousehold, japaneseHousehold } from './households.mjs';
import { otherWriting } from './japanese.mjs';
import { newNumber, slipPair } from './numbers.mjs';
import { region } from './places.mjs';
import { inRegister } from './register.mjs';

/**
 * @param {import('./prng.mjs').Prng} random
 * @param {{residents: number, foreigners: number, withoutKana: number}} options shares from 0 to 1
 * @returns {{people: Person[], places: import('./places.mjs').Municipality[], slips: [Person, Person][], namesakes: [Person, Person][]}}
 */
export function population(random, options) {
  const places = region(random.fork('region'), Math.min(12, 3 + Math.floor(options.residents / 8000)));
  const people = [];
  const homes = random.fork('households');
  while (people.length < options.residents) {
    const foreign = homes.chance((2.85 * options.foreigners) / (1.6 + 1.05 * options.foreigners)); // their households are smaller
    people.push(...(foreign ? foreignHousehold(homes, places) : japaneseHousehold(homes, places)));
  }
  const namesakes = plantNamesakes(random.fork('namesakes'), people);
  const slips = number(random.fork('numbers'), people);
  const register = random.fork('register');
  for (const person of people) person.register = inRegister(register, person, options);
  return { people, places, slips, namesakes };
}

/**
 * Makes pairs of one name, sex and day of birth who live apart: half by kanji, half by kana alone. Chance makes too few.
 * @returns {[Person, Person][]}
 */
function plantNamesakes(random, people) {
  const households = grouped(people);
  const natives = random.shuffle(people.filter((person) => person.nation === 'JP'));
  const wanted = Math.ceil(people.length * 0.004);
  const pairs = [];
  for (let i = 0; i + 1 < natives.length && pairs.length < wanted; i += 2) {
    const [one, two] = [natives[i], natives[i + 1]];
    const home = households.get(two.household);
    if (one.sex !== two.sex || home.includes(one) || Math.abs(one.birth[0] - two.birth[0]) > 12) continue;
    const byKana = pairs.length % 2 === 1;
    const given = byKana ? otherWriting(random, one.sex, one.birth[0], one.given) : one.given;
    if (!given || home.some((other) => other !== two && other.given?.kana === given.kana)) continue;
    const was = two.family;
    for (const other of home) if (other.family === was) other.family = one.family;
    Object.assign(two, { given, birth: one.birth });
    pairs.push([one, two]);
  }
  return pairs.filter(([one, two]) => one.family === two.family); // a household may have been renamed for another pair
}

function grouped(people) {
  const by = new Map();
  for (const person of people) {
    if (!by.has(person.household)) by.set(person.household, []);
    by.get(person.household).push(person);
  }
  return by;
}

/** Ids and numbers; some pairs of strangers have numbers one slip apart. */
function number(random, people) {
  const taken = new Set();
  const ids = random.shuffle(Array.from({ length: people.length }, (_, i) => String(1000001 + i)));
  for (const [i, person] of people.entries()) person.id = ids[i];
  const living = random.shuffle(people.filter((person) => person.status === ''));
  const slips = [];
  for (let i = 0; i < Math.ceil(people.length * 0.003) * 2; i += 2) {
    [living[i].number, living[i + 1].number] = slipPair(random, taken);
    slips.push([living[i], living[i + 1]]);
  }
  for (const person of people) person.number ||= newNumber(random, taken);
  return slips;
}
