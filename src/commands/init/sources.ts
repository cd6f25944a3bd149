import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { type CanonicalItem, LINK_ITEMS, REGISTER_ITEMS } from '../../audit/items.js';
import {
  findExports,
  type Inspection,
  inspectFile,
  inspectSettled,
  inspectWithCodes,
  keyOf,
  onlyLikely,
  registerLikeness,
  type SkippedFile,
} from '../../inspect/index.js';
import { isStatus } from '../../normalize/status.js';
import { Failure } from '../../text/failure.js';
import { suggestion } from '../../text/problem.js';

/** One source of the pipeline file to be written. */
export interface Source {
  /** `register`, or the key under `links`. */
  readonly key: string;
  readonly inspection: Inspection;
}

export interface Found {
  /** Files that look like registers, and files that do not. */
  readonly registers: readonly Inspection[];
  readonly links: readonly Inspection[];
  readonly skipped: readonly SkippedFile[];
}

/** What the files of a folder look like. */
export async function lookAround(dir: string): Promise<Found> {
  const { found, skipped } = await findExports(dir);
  const registers = found.filter(({ kind }) => kind === 'register');
  const links = found.filter(({ kind }) => kind === 'link');
  const likeliest = registers.length === 0 ? likeliestOf(links) : null;
  if (likeliest === null) return { registers, links, skipped };
  return {
    registers: [await asKind(likeliest, 'register')],
    links: links.filter((one) => one !== likeliest),
    skipped,
  };
}

/** Likeness from which a file is the register where no other is. */
const LIKELY = 2;

/** Where nothing says for itself that it is the register: the one file that looks most like it. */
function likeliestOf(found: readonly Inspection[]): Inspection | null {
  const [first, second] = found
    .map((inspection) => ({ inspection, likeness: registerLikeness(inspection.columns) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  if (!first || first.likeness < LIKELY || first.likeness === second?.likeness) return null;
  return first.inspection;
}

/** The same file read as what somebody says it is. */
export async function asKind(inspection: Inspection, kind: Inspection['kind']): Promise<Inspection> {
  if (inspection.kind === kind) return inspection;
  return withFurther(
    await inspectFile(inspection.path, kind, inspection.layoutFile ?? undefined),
    inspection,
  );
}

/** What was found anew of a file, with the other files that it was one export with. */
function withFurther(found: Inspection, { further }: Inspection): Inspection {
  return further === undefined ? found : { ...found, further };
}

/** Sources that options name: `KEY=FILE`, or a file whose name gives the key. A file is looked for in DIR, too. */
export async function namedSources(
  dir: string,
  register: string | undefined,
  links: readonly string[],
  layouts: ReadonlyMap<string, string>,
): Promise<{ register: Source | null; links: readonly Source[] }> {
  const at = (file: string) => placeOf(file, dir);
  const layoutOf = (key: string) => (layouts.has(key) ? at(layouts.get(key)!) : undefined);
  const sources: Source[] = [];
  for (const told of links) {
    const [, key, file] = /^([\p{L}\p{N}_-]+)=(.+)$/u.exec(told) ?? [null, keyOf(told), told];
    sources.push({ key: key!, inspection: await inspectFile(at(file!), 'link', layoutOf(key!)) });
  }
  return {
    register:
      register === undefined
        ? null
        : {
            key: 'register',
            inspection: await inspectFile(at(register), 'register', layoutOf('register')),
          },
    links: withOwnKeys(sources),
  };
}

/** A file as options name it: from here, or from the folder. */
export function placeOf(file: string, dir: string): string {
  return isAbsolute(file) || existsSync(file) ? resolve(file) : join(dir, file);
}

/**
 * Descriptions of records that options name: KEY=FILE.
 *
 * @param keys of the sources there are; null where they are not known yet.
 */
export function layoutsBy(
  told: readonly string[],
  keys: readonly string[] | null,
): ReadonlyMap<string, string> {
  return new Map(
    told.map((layout) => {
      const [, key = '', file = ''] = /^([^=]+)=(.+)$/u.exec(layout) ?? [];
      if (file === '' || keys?.includes(key) === false)
        throw new Failure('init-layout', { values: { layout } });
      return [key, file];
    }),
  );
}

/** A source read by the description of its records that options name. */
export async function described(
  source: Source,
  dir: string,
  layouts: ReadonlyMap<string, string>,
): Promise<Source> {
  const told = layouts.get(source.key);
  if (told === undefined || placeOf(told, dir) === source.inspection.layoutFile) return source;
  const { path, kind } = source.inspection;
  const found = await inspectFile(path, kind, placeOf(told, dir));
  return { ...source, inspection: withFurther(found, source.inspection) };
}

/** Keys that are taken get a number. */
export function withOwnKeys(sources: readonly Source[]): readonly Source[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    let key = source.key;
    for (let next = 2; taken.has(key); next += 1) key = `${source.key}-${next}`;
    taken.add(key);
    return { ...source, key };
  });
}

/** Columns that options settle: SOURCE.ITEM=COLUMN[+COLUMN], nothing after = to leave the item out. */
export function settledBy(
  maps: readonly string[],
  keys: readonly string[],
): ReadonlyMap<string, ReadonlyMap<CanonicalItem, readonly string[]>> {
  const settled = new Map<string, Map<CanonicalItem, readonly string[]>>();
  for (const map of maps) {
    const [, key, item = '', columns = ''] = /^([^.=]+)\.([^=]+)=(.*)$/u.exec(map) ?? [];
    if (key === undefined) throw new Failure('init-map', { values: { map } });
    if (!keys.includes(key))
      throw new Failure('init-map/source', { values: { map, source: key, hint: suggestion(key, keys) } });
    const items: readonly string[] = key === 'register' ? REGISTER_ITEMS : LINK_ITEMS;
    if (!items.includes(item))
      throw new Failure('init-map/item', {
        values: { map, source: key, item, hint: suggestion(item, items) },
      });
    const of = settled.get(key) ?? new Map<CanonicalItem, readonly string[]>();
    of.set(item as CanonicalItem, columns === '' ? [] : columns.split('+'));
    settled.set(key, of);
  }
  return settled;
}

/** Meanings of codes of a status that options tell: SOURCE=CODE:MEANING,… */
export function codesBy(
  told: readonly string[],
  keys: readonly string[],
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const codes = new Map<string, Readonly<Record<string, string>>>();
  for (const one of told) {
    const [, key = '', list = ''] = /^([^=]+)=(.+)$/u.exec(one) ?? [];
    const pairs = list.split(',').map((pair) => /^\s*([^:]+?)\s*:\s*(.+?)\s*$/u.exec(pair));
    if (!keys.includes(key) || pairs.some((pair) => pair === null || !isStatus(pair[2]!)))
      throw new Failure('init-codes', { values: { codes: one } });
    codes.set(key, { ...codes.get(key), ...Object.fromEntries(pairs.map((pair) => [pair![1], pair![2]])) });
  }
  return codes;
}

/** A source as options and likelihood leave it. */
export async function settle(
  { key, inspection }: Source,
  settled: ReadonlyMap<CanonicalItem, readonly string[]> | undefined,
  codes: Readonly<Record<string, string>> | undefined,
  likely: boolean,
): Promise<Source> {
  const placed = settled ? await inspectSettled(inspection, settled) : inspection;
  const told = codes ? await inspectWithCodes(placed, codes) : placed;
  const kept = likely ? onlyLikely(told) : told;
  if (codes && !kept.mapping.some(({ item }) => item === 'status')) {
    const list = Object.entries(codes).map((pair) => pair.join(':'));
    throw new Failure('init-codes', { values: { codes: `${key}=${list.join(',')}` } });
  }
  return { key, inspection: kept };
}

/** A source with what is likely of it alone. */
export function likelyOf({ key, inspection }: Source): Source {
  return { key, inspection: onlyLikely(inspection) };
}

/** Whether a source lacks its key or what ties it: then no pipeline file can be written. */
export function lacksItems({ key, inspection }: Source): boolean {
  const has = (item: CanonicalItem) => inspection.mapping.some((one) => one.item === item);
  if (key === 'register') return !has('resident_id');
  return !has('record_id') || inspection.via === null;
}
