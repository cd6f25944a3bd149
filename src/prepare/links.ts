import type { Tie } from '../audit/items.js';
import type { LinkSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { ident, literal } from '../engine/sql.js';
import { LINK_TEXTS, ownerTable } from '../tables/people.js';
import { type KeyColumn, keySql } from './key-column.js';
import { type KeyMask, maskHeldNumbers, maskNumberAsRead, maskOwnNumber } from './mask-keys.js';
import { itemSql, numberColumns, PERSON_JOINS, PERSON_KEYS, rowKey } from './person-sql.js';
import { keyJoins, ownersByKey, residentKey } from './resident-key.js';
import { plainSerial, type SerialNotations } from './serial-notation.js';
import { SPLIT_ROWS } from './split-rows.js';
import { shownTime } from './timestamp-sql.js';
import { type UnchangedRows, unchangedOf } from './unchanged-rows.js';

/** Items that outputs show as keys of records and places: none of them may carry the record's own My Number. */
const SHOWN = ['record_id', 'organisation', 'terminal', 'operator', 'lookup'] as const;
/** The same, and the key of the resident that the record states. */
const MASKED = [...SHOWN, 'resident_key'] as const;

const isShown = (item: string) => (SHOWN as readonly string[]).includes(item);

/** A source with its place in the pipeline file and the records of each of its files, rejected ones included. */
export interface SourceRows {
  readonly spec: LinkSpec;
  readonly fileRows: readonly number[];
}

/** A source by its place in the pipeline file, and how many records the sources before it have. */
export interface LinkPlace {
  readonly src: number;
  readonly base: number;
}

/**
 * Adds the split rows of a source, and with `withUnchanged` the others with the keys of the earlier night, to `links`, which the first one makes: one row per accepted record, `lid` (pipeline and
 * file order), `src` (place of the source in the pipeline file), `file`, `row`, the items as read, `number` with
 * `number_state`, `serial` and `resident_key` (in one form, for sources tied by them), `ts` (registered_at in seconds, no time zone),
 * the person keys of `residents`, `vitality`, and `rid`: the linked resident, NULL when there is none.
 */
export async function addLinks(
  engine: Engine,
  source: SourceRows,
  place: LinkPlace,
  notations: SerialNotations,
  keys: readonly KeyColumn[],
  mask: KeyMask,
  withUnchanged = false,
): Promise<void> {
  const unchanged = withUnchanged ? await unchangedOf(engine, source.spec, MASKED, place.src) : null;
  const select = linksOf(source, place, notations, keys, mask, unchanged);
  await engine.run(
    place.src === 0 ? `CREATE OR REPLACE TABLE links AS ${select}` : `INSERT INTO links ${select}`,
  );
}

/** Masks the numbers of other residents in what outputs show of `links`. */
export async function maskLinks(engine: Engine, mask: KeyMask): Promise<void> {
  await maskHeldNumbers(engine, MASKED, mask);
}

function linksOf(
  { spec, fileRows }: SourceRows,
  { src, base }: LinkPlace,
  notations: SerialNotations,
  keys: readonly KeyColumn[],
  mask: KeyMask,
  unchanged: UnchangedRows | null,
): string {
  const item = itemSql(spec);
  const serial = spec.via === 'auth_serial' || spec.via === 'sign_serial' ? spec.via : null;
  const key = spec.via === 'resident_id' ? residentKey(item('resident_id')) : 'CAST(NULL AS VARCHAR)';
  const { joins, heldBy } = leadingTo(spec.via);
  const further = keySql(keys, spec);
  const said = (name: string) => (name === 'registered_at' ? shownTime(item(name)) : item(name));
  const texts = (shown: (name: string, masked: string) => string) =>
    LINK_TEXTS.map((name) => {
      const masked = maskNumberAsRead(said(name), item('my_number'), mask);
      return `${isShown(name) ? shown(name, masked) : said(name)} AS ${name}`;
    }).join(', ');
  const masks = MASKED.map((name) => `${maskOwnNumber(name, mask)} AS ${name}`).join(', ');
  const own = `${rowKey('t', base, fileRows)} AS lid, CAST(${src} AS UTINYINT) AS src, t.file, t."row"`;
  // What was shown as it was read has no number in it, whatever may have to be masked in others.
  const asItWas = (name: string, masked: string) =>
    `CASE WHEN p.${name} = ${item(name)} THEN p.${name} ELSE ${masked} END`;
  const wasShown = SHOWN.map((name) => `p.${name} = ${item(name)} AS as_read_${name}`).join(', ');
  const masksAgain = SHOWN.map(
    (name) => `CASE WHEN as_read_${name} THEN u.${name} ELSE ${maskOwnNumber(name, mask)} END AS ${name}`,
  ).join(', ');
  const keyAgain = `${maskOwnNumber('resident_key', mask)} AS resident_key`;
  const made = ['lid', 'src', 'file', '"row"', 'rid'];
  const whole = unchanged
    ? `UNION ALL BY NAME SELECT m.key AS lid, m.file, m."row", p.* EXCLUDE (${made.filter((column) => column !== 'src').join(', ')}) ${unchanged.whole}`
    : '';
  const masked = unchanged?.masked
    ? `UNION ALL BY NAME
      SELECT u.* EXCLUDE (${SHOWN.map((name) => `as_read_${name}`).join(', ')}) REPLACE (${masksAgain}, ${keyAgain}) FROM (
        SELECT ${own}, ${texts(asItWas)}, p.* EXCLUDE (${[...made, ...LINK_TEXTS, 'resident_key'].join(', ')}), ${key} AS resident_key, ${wasShown}
        ${unchanged.masked}) u`
    : '';
  return `
    SELECT v.*, ${heldBy} AS rid FROM (SELECT u.* REPLACE (${masks}) FROM (
      SELECT ${own}, ${texts((_, masked) => masked)},
        ${numberColumns(item('my_number'))},
        ${serial ? `coalesce(${plainSerial(item(serial), notations[serial])}, d_serial.serial)` : 'CAST(NULL AS VARCHAR)'} AS serial,
        ${key} AS resident_key,
        coalesce(t.plain_ts, d_time.seconds) AS ts,
        ${PERSON_KEYS}, ${further.columns}
        coalesce(d_status.vitality, 'active') AS vitality
      FROM ${SPLIT_ROWS} t
      ${PERSON_JOINS}
      ${further.joins}
      LEFT JOIN dict_serial d_serial ON d_serial."value" = ${serial ? `t.${SERIAL_VALUES[serial]}` : 'NULL'}
      LEFT JOIN dict_time d_time ON d_time."value" = t.time_value
      ) u ${whole} ${masked}
    ) v ${joins}`;
}

/** How what stands in a row `v` leads to its resident. */
function leadingTo(via: Tie): ReturnType<typeof keyJoins> {
  if (via === 'resident_id') return keyJoins('v.resident_key');
  const tie = via === 'my_number' ? 'v."number"' : 'v.serial';
  return { joins: `LEFT JOIN ${ident(ownerTable(via).name)} o ON o.tie = ${tie}`, heldBy: 'o.rid' };
}

const SERIAL_VALUES = { auth_serial: 'auth_value', sign_serial: 'sign_value' } as const;

/** SQL for what of a resident ties records, in one form. */
const OF_RESIDENTS = {
  my_number: '"number"',
  auth_serial: 'auth_serial',
  sign_serial: 'sign_serial',
  resident_id: residentKey('resident_id'),
} as const satisfies Record<Tie, string>;

/** `owner_<via>(tie, rid)`: the one resident of each number, serial or key; where two rows claim it, the living, then the first. */
export async function makeOwners(engine: Engine, ties: readonly Tie[]): Promise<void> {
  for (const via of ties) {
    const order = `CASE WHEN vitality = ${literal('active')} THEN 0 ELSE 1 END * 4294967296 + rid`;
    const written = `
      SELECT tie, CAST(min(${order}) % 4294967296 AS INTEGER) AS rid
      FROM (SELECT ${OF_RESIDENTS[via]} AS tie, vitality, rid FROM residents) WHERE tie IS NOT NULL GROUP BY tie`;
    await engine.run(`
      CREATE OR REPLACE TABLE ${ident(ownerTable(via).name)} AS ${via === 'resident_id' ? ownersByKey(written) : written}`);
  }
}
