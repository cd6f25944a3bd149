// Two person files in Latin script of the shape that record linkage is measured on in public: 1:1, typos, swapped fields,
// missing values; some rows of the second file carry another person's number. Also a pipeline file and truth.csv.
// `node test/bench/latin-files.mjs OUT [ROWS] [SEED] [WRONG_RATE]`; then `totsugo run OUT/pipeline.yaml` and `evaluate`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [out, ...numbers] = process.argv.slice(2);
if (out === undefined)
  throw new Error('Usage: node test/bench/latin-files.mjs OUT [ROWS] [SEED] [WRONG_RATE]');
const [rows = 5000, seed = 20_231, wrongRate = 0.02] = numbers.map(Number);

const words = (text) => text.trim().split(/\s+/);
const GIVEN = [
  words(`James Michael Robert John David William Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony
    Mark Steven Andrew Paul Joshua Kenneth Kevin Brian Timothy Ronald Jason George Edward Jeffrey Ryan Jacob Nicholas Gary
    Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis
    Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter Noah Ethan Luca Mateo Oscar Hugo Felix Sven Pavel Ivan Diego`),
  words(`Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Karen Sarah Lisa Nancy Sandra Ashley Emily Kimberly
    Betty Margaret Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Amy Kathleen Angela
    Dorothy Shirley Emma Brenda Nicole Pamela Samantha Anna Katherine Christine Debra Rachel Olivia Carolyn Maria Janet
    Heather Diane Catherine Julie Victoria Helen Joyce Lauren Kelly Christina Joan Judith Ingrid Chiara Sofia Lena Freya`),
];
const SURNAMES =
  words(`Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez
  Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson
  Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter
  Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers
  Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood
  Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry
  Russell Sullivan Bell Coleman Butler Henderson Barnes Gonzales Fisher Vasquez Simmons Romero Jordan Patterson Alexander
  Hamilton Graham Reynolds Griffin Wallace Moreno West Cole Hayes Bryant Herrera Gibson Ellis Tran Medina Aguilar Stevens
  O'Brien Fitzgerald Kowalski Novak Schneider Lindqvist Johansson Rossi Ferrari Dubois Laurent Petrov Okafor Mensah Haddad`);
const STREETS = words(
  'Maple Oak Cedar Pine Elm Washington Lake Hill Park River Church Mill Spring Station Queens Victoria',
);
const KINDS = words('Street Avenue Road Lane Drive Close Court');
const TOWNS = words(
  'Springfield Riverton Ashford Kingsbury Norwood Fairview Milton Brookside Clayton Weston Hartley Dunmore',
);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

// mulberry32: the same files for the same seed.
let state = seed >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
const below = (n) => Math.floor(random() * n);
const chance = (p) => random() < p;
/** The first of a list are the commonest. */
const common = (list) => list[Math.floor(list.length * random() ** 1.8)];
const any = (list) => list[below(list.length)];

const PIPELINE = `version: 1
name: members
as_of: 2023-06-22
register:
  file: people.csv
  columns:
    resident_id: person_id
    my_number: id_number
    name: name
    birth_date: date_of_birth
    sex: sex
    address: address
links:
  members:
    title: {ja: 会員, en: Members}
    file: members.csv
    columns: {record_id: member_id, my_number: id_number, name: name, birth_date: date_of_birth, sex: sex, address: address}
`;

const people = makePeople();
const numbersOf = wrongNumbers(people);
writeFiles();

/** Households of one to four with one surname and address. */
function makePeople() {
  const made = [];
  while (made.length < rows) {
    const surname = common(SURNAMES);
    const address = newAddress();
    const size = 1 + below(4);
    for (let i = 0; i < size && made.length < rows; i++) {
      const sex = below(2);
      const year = i < 2 ? 1930 + below(65) : 1990 + below(30);
      made.push({
        id: `P${String(made.length + 1).padStart(6, '0')}`,
        number: myNumber(made.length),
        given: common(GIVEN[sex]),
        surname,
        born: `${year}-${two(1 + below(12))}-${two(1 + below(28))}`,
        sex: 'MF'[sex],
        address,
      });
    }
  }
  return made;
}

function newAddress() {
  return `${1 + below(180)} ${any(STREETS)} ${any(KINDS)}, ${any(TOWNS)}`;
}

function two(n) {
  return String(n).padStart(2, '0');
}

/** Twelve digits of which the last is the check digit that the register's numbers have. */
function myNumber(i) {
  const body = String(10_000_000_019 + i * 1_299_709).slice(-11);
  const sum = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2].reduce(
    (total, weight, at) => total + weight * Number(body[at]),
    0,
  );
  return body + (sum % 11 <= 1 ? 0 : 11 - (sum % 11));
}

/** Whose number each record carries: a third of the wrong ones a neighbour's in the file, often family, the rest anybody's. */
function wrongNumbers(all) {
  const of = all.map((_, i) => i);
  for (let i = 0; i < all.length; i++) {
    if (!chance(wrongRate)) continue;
    const other = chance(0.33) ? (i + 1) % all.length : below(all.length);
    if (other !== i) of[i] = other;
  }
  return of;
}

/** What becomes of a person in the second file: typos, swapped and missing fields. */
function recorded({ given, surname, born, sex, address }) {
  const names = [given, surname];
  if (chance(0.3)) mistype(names);
  if (chance(0.08)) mistype(names);
  if (chance(0.03)) names[below(2)] = '';
  if (chance(0.06)) names.reverse();
  let place = address;
  if (chance(0.1)) place = newAddress();
  if (chance(0.15))
    place = place.replace(/ (St|R)[a-z]*d?(t|,)/, (all) => (all.endsWith(',') ? ' Rd,' : ' St'));
  if (chance(0.15)) place = typo(place);
  return {
    given: names[0],
    surname: names[1],
    born: chance(0.05) ? '' : recordedDate(born),
    sex: chance(0.05) ? '' : sex,
    address: chance(0.08) ? '' : place,
  };
}

function mistype(names) {
  const at = below(2);
  names[at] = typo(names[at]);
}

/** A letter more, less or other, or two swapped. */
function typo(text) {
  const at = 1 + below(Math.max(1, text.length - 1));
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const letter = LETTERS[below(26)];
  return [
    before + letter + after,
    before + after.slice(1),
    before + letter + after.slice(1),
    before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
  ][below(4)];
}

function recordedDate(born) {
  const [year, month, day] = born.split('-');
  if (chance(0.02) && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (chance(0.04)) return `${year.slice(0, 3)}${below(10)}-${month}-${day}`;
  return born;
}

function writeFiles() {
  mkdirSync(out, { recursive: true });
  const quoted = (cells) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(',');
  const write = (name, lines) => writeFileSync(join(out, name), `${lines.map(quoted).join('\n')}\n`);
  write('people.csv', [
    ['person_id', 'id_number', 'name', 'date_of_birth', 'sex', 'address'],
    ...people.map((p) => [p.id, p.number, `${p.given} ${p.surname}`, p.born, p.sex, p.address]),
  ]);
  const records = people.map((person, i) => ({ ...recorded(person), i, linked: numbersOf[i] }));
  write('members.csv', [
    ['member_id', 'id_number', 'name', 'date_of_birth', 'sex', 'address'],
    ...records.map((r) => [
      `M-${r.i + 1}`,
      people[r.linked].number,
      `${r.given} ${r.surname}`.trim(),
      r.born,
      r.sex,
      r.address,
    ]),
  ]);
  write('truth.csv', [
    ['source', 'record_id', 'resident_id', 'true_resident_id', 'wrong', 'cause', 'note'],
    ...records.map(({ i, linked }) => [
      'members',
      `M-${i + 1}`,
      people[linked].id,
      people[i].id,
      linked === i ? '0' : '1',
      linked === i ? '' : 'unknown',
      '',
    ]),
  ]);
  writeFileSync(join(out, 'pipeline.yaml'), PIPELINE);
}
