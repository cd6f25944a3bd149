/**
 * Holds the grades and findings of a run against the truth of its world.
 *
 * @typedef {object} Link one accepted link
 * @property {string} source
 * @property {string} id
 * @property {string} resident
 * @property {string} owner
 * @property {boolean} wrong
 * @property {string} cause
 * @property {Map<string, string>} facts key=value pairs of the note
 * @property {string[]} notes harmless differences
 * @property {string} grade
 * @property {number} p
 * @property {{kind: string, cause: string, candidates: string[]} | undefined} finding
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const BINS = [0, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1.0001];
const VERDICTS = ['wrong-resident', 'swapped-links', 'nobody-fits', 'shared-record'];

/** @param {string} folder of the world @param {string} out of the run @returns {Promise<Link[]>} links of residents; others aside */
export async function readLinks(folder, out) {
  const found = await findings(out);
  const grades = await gradesOf(out);
  const text = await readFile(join(folder, 'truth.csv'), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [source, id, resident, owner, wrong, cause, note] = line.split(',');
      const key = `${source} ${id} ${resident}`;
      const graded = grades.get(key);
      if (!graded || resident === '') return [];
      const parts = note.split(';').filter(Boolean);
      const facts = new Map(parts.filter((part) => part.includes('=')).map((part) => part.split('=')));
      return [
        {
          source,
          id,
          resident,
          owner,
          wrong: wrong === '1',
          cause,
          facts,
          notes: parts.filter((part) => !part.includes('=')),
          ...graded,
          finding: found.get(key),
        },
      ];
    });
}

async function gradesOf(out) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const path = join(out, 'grades.parquet').replaceAll("'", "''");
  const result = await connection.runAndReadAll(
    `SELECT source, record_id, resident_id, grade, probability FROM read_parquet('${path}')`,
  );
  return new Map(
    result
      .getRows()
      .map(([source, id, resident, grade, p]) => [
        `${source} ${id} ${resident ?? ''}`,
        { grade, p: Number(p) },
      ]),
  );
}

async function findings(out) {
  const text = await readFile(join(out, 'findings.jsonl'), 'utf8');
  const found = new Map();
  for (const line of text.split('\n').filter(Boolean)) {
    const { kind, cause, source, record_id: id, resident_id: resident, candidates = [] } = JSON.parse(line);
    const key = `${source} ${id} ${resident}`;
    const rank = VERDICTS.indexOf(kind);
    if (rank < 0 || (found.has(key) && VERDICTS.indexOf(found.get(key).kind) <= rank)) continue;
    found.set(key, {
      kind,
      cause,
      candidates: candidates.map((candidate) => candidate.resident_id).filter((one) => one !== resident),
    });
  }
  return found;
}

/** @param {Link[]} links */
export function score(links) {
  const sources = [...new Set(links.map((link) => link.source))];
  const of = (source) => links.filter((link) => link.source === source);
  const abroad = links.filter((link) => !link.facts.get('linked').startsWith('JP'));
  return {
    sources: Object.fromEntries(sources.map((source) => [source, figures(of(source))])),
    all: figures(links),
    scattered: figures(links.filter((link) => !link.notes.includes('block'))),
    blocks: figures(links.filter((link) => link.wrong && link.notes.includes('block'))),
    foreigners: figures(abroad),
    foreignersKanaOnly: figures(abroad.filter((link) => link.source === 'accounts')),
    beyondAccounts: figures(links.filter((link) => link.source !== 'accounts')),
    kanaOnlyOwners: kanaOnlyOwners(links),
    undecidable: counted(
      links.filter((link) => link.facts.has('undecidable')),
      (link) => `${link.facts.get('undecidable')} → ${link.grade}`,
    ),
    calibration: calibration(links),
    causes: counted(
      caught(links).filter((link) => link.finding),
      (link) => `${link.cause} → ${link.finding.cause ?? 'none'}${fair(link) ? '' : ' ✗'}`,
    ),
    misses: shapes(links.filter((link) => decidable(link) && link.grade !== 'C')),
    falseAlarms: shapes(links.filter((link) => !link.wrong && link.grade === 'C')),
    wrongOwners: shapes(known(links).filter((link) => !ownerFirst(link))),
  };
}

const decidable = (link) => link.wrong && !link.facts.has('undecidable');
const caught = (links) => links.filter((link) => decidable(link) && link.grade === 'C');
const ownerFirst = (link) => link.finding?.candidates[0] === link.owner;
const fair = (link) =>
  link.finding.cause === link.cause || (link.facts.get('also') ?? '').split('+').includes(link.finding.cause);
/** Caught, the owner is a resident, and nobody else bears the name where nothing but the name is known. */
const known = (links) =>
  caught(links).filter(
    (link) => link.owner && (link.source !== 'accounts' || link.facts.get('owners') === '1'),
  );

function figures(links) {
  const wrong = links.filter(decidable);
  const innocent = links.filter((link) => !link.wrong);
  const found = caught(links);
  const withFinding = found.filter((link) => link.finding);
  const owners = known(links);
  const strangers = found.filter((link) => !link.owner);
  const falseC = innocent.filter((link) => link.grade === 'C').length;
  return {
    links: links.length,
    wrong: wrong.length,
    found: found.length,
    recall: share(found.length, wrong.length),
    precision: share(
      links.filter((link) => link.wrong && link.grade === 'C').length,
      links.filter((link) => link.grade === 'C').length,
    ),
    innocent: innocent.length,
    falseC,
    falsePer100k: innocent.length ? (falseC / innocent.length) * 1e5 : null,
    u: share(links.filter((link) => link.grade === 'U').length, links.length),
    owners: owners.length,
    ownerFirst: share(owners.filter(ownerFirst).length, owners.length),
    strangers: strangers.length,
    strangersNobody: share(
      strangers.filter((link) => link.finding?.kind === 'nobody-fits').length,
      strangers.length,
    ),
    causeStrict: share(
      withFinding.filter((link) => link.finding.cause === link.cause).length,
      withFinding.length,
    ),
    cause: share(withFinding.filter(fair).length, withFinding.length),
  };
}

/** Accounts whose holder's name several residents bear: the best that is possible is one in so many. */
function kanaOnlyOwners(links) {
  const several = caught(links).filter(
    (link) => link.source === 'accounts' && link.owner && Number(link.facts.get('owners')) > 1,
  );
  return {
    links: several.length,
    ownerFirst: several.filter(ownerFirst).length,
    bestPossible: several.reduce((sum, link) => sum + 1 / Number(link.facts.get('owners')), 0),
  };
}

function calibration(links) {
  return BINS.slice(1).map((high, i) => {
    const inside = links.filter((link) => link.p >= BINS[i] && link.p < high);
    return {
      from: BINS[i],
      to: Math.min(high, 1),
      links: inside.length,
      expected: inside.reduce((sum, link) => sum + link.p, 0),
      wrong: inside.filter((link) => link.wrong).length,
    };
  });
}

/** Kinds of links with their number and up to three examples, most frequent first. */
function shapes(links) {
  const kind = (link) =>
    [
      link.source,
      link.cause,
      `${link.facts.get('linked')}`,
      link.facts.get('owner') ? `← ${link.facts.get('owner')}` : '',
      link.notes.filter((note) => note !== 'block').join('+'),
      link.grade,
    ]
      .filter(Boolean)
      .join(' ');
  const groups = new Map();
  for (const link of links) groups.set(kind(link), [...(groups.get(kind(link)) ?? []), link]);
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([shape, list]) => ({
      shape,
      count: list.length,
      examples: list
        .slice(0, 3)
        .map(
          (link) =>
            `${link.source}:${link.id} p=${link.p} linked ${link.resident} owner ${link.owner || 'none'}${link.finding ? ` said ${link.finding.candidates[0] ?? 'nobody'} ${link.finding.cause ?? ''}` : ''}`,
        ),
    }));
}

function counted(links, key) {
  const counts = new Map();
  for (const link of links) counts.set(key(link), (counts.get(key(link)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
}

const share = (part, whole) => (whole === 0 ? null : part / whole);
