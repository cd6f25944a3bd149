import { resolve } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Gazetteer as GazetteerFile } from '../../audit/pipeline-file.js';
import { openRegular } from '../../files/regular-file.js';
import { allMunicipalities, type Municipality } from '../../normalize/address/municipalities.js';
import { Failure } from '../../text/failure.js';
import { oldAndNew } from './old-and-new.js';
import type { BadRow, PlaceChange } from './place-change.js';
import { type TownNames, townRegister } from './town-register.js';

/** What a file of the gazetteer gave. */
export interface GazetteerFileRead {
  /** As the pipeline file names it. */
  readonly path: string;
  readonly rows: number;
  /** Changes of names and lots that it tells; a register of towns tells those of all files up to it. */
  readonly changes: number;
  readonly isTownRegister: boolean;
  /** Rows that cannot be used, by line of the file. */
  readonly bad: readonly { readonly line: number; readonly why: BadRow }[];
}

interface GazetteersRead {
  readonly changes: readonly PlaceChange[];
  readonly files: readonly GazetteerFileRead[];
}

/**
 * Reads the office's tables of places that changed their names or lots: comma-separated text in UTF-8, UTF-16 or CP932, of old and
 * new places (`old-and-new.ts`), or towns of the Address Base Registry (`town-register.ts`).
 *
 * @param dir the folder to which paths are relative.
 * @throws {Failure} with exit code 2: `gazetteer-file`, `not-a-file`.
 */
export async function readGazetteers(dir: string, files: readonly GazetteerFile[]): Promise<GazetteersRead> {
  if (files.length === 0) return { changes: [], files: [] };
  const codes = byCode((await allMunicipalities()).places);
  const known: TownNames = new Map();
  const changes: PlaceChange[] = [];
  let ofTowns: readonly PlaceChange[] = [];
  const read: GazetteerFileRead[] = [];
  for (const { file, within } of files) {
    const one = await readOne(resolve(dir, file), file, { within, codes, known });
    if ('towns' in one) ofTowns = one.towns;
    else changes.push(...one.found);
    read.push(one.read);
  }
  return { changes: [...changes, ...ofTowns], files: read };
}

function byCode(places: readonly Municipality[]): ReadonlyMap<string, Municipality> {
  return new Map(
    places.flatMap((place) => [place.code, place.code.slice(0, 5)].map((code) => [code, place] as const)),
  );
}

interface Known {
  readonly within: string;
  readonly codes: ReadonlyMap<string, Municipality>;
  readonly known: TownNames;
}

type Found = { readonly read: GazetteerFileRead } & (
  | { readonly found: readonly PlaceChange[] }
  | { readonly towns: readonly PlaceChange[] }
);

async function readOne(absolute: string, path: string, { within, codes, known }: Known): Promise<Found> {
  const rows = rowsOf(absolute, path);
  const first = await rows.next();
  if (first.done) throw new Failure('gazetteer-file/columns', { values: { path } });
  const towns = townRegister(first.value.cells, known);
  if (towns !== null) {
    for await (const { cells } of rows) towns.add(cells);
    const changes = towns.changes();
    const read = { path, rows: towns.towns(), changes: changes.length, isTownRegister: true, bad: [] };
    return { towns: changes, read };
  }
  const table = oldAndNew(first.value.cells, within, codes);
  if (table === null) {
    await rows.return(undefined);
    throw new Failure('gazetteer-file/columns', { values: { path } });
  }
  const found: PlaceChange[] = [];
  const bad: { line: number; why: BadRow }[] = [];
  let count = 0;
  const take = ({ cells, line }: TableRow) => {
    const told = table.read(cells);
    if (told === null) return;
    count++;
    for (const one of told) {
      if (typeof one === 'string') bad.push({ line, why: one });
      else found.push(one);
    }
  };
  if (table.headless) take(first.value);
  for await (const row of rows) take(row);
  if (found.length === 0) throw new Failure('gazetteer-file/nothing', { values: { path, rows: count } });
  return { found, read: { path, rows: count, changes: found.length, isTownRegister: false, bad } };
}

interface TableRow {
  readonly cells: readonly string[];
  /** Where the row ends in the file, from 1. */
  readonly line: number;
}

/** Bytes from which the encoding is told. */
const HEAD = 65_536;
/** Characters of a row at most: a quote that is never closed makes one row of all that follows. */
const LONGEST_ROW = 1_000_000;

async function* rowsOf(absolute: string, path: string): AsyncGenerator<TableRow, undefined> {
  const unreadable = (cause: unknown) =>
    new Failure('gazetteer-file/unreadable', { values: { path }, cause });
  const file = await openRegular(absolute).catch((cause: unknown) => {
    throw cause instanceof Failure ? cause : unreadable(cause);
  });
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    const bytes = file.createReadStream({ start: 0, autoClose: false });
    const parser = parse({ bom: true, relax_column_count: true, info: true, max_record_size: LONGEST_ROW });
    const text = Readable.from(decoded(bytes, encodingOf(head.subarray(0, bytesRead))));
    // An error of the first comes out of the loop over the last.
    pipeline(text, parser, () => {});
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>)
      yield { cells: record, line: info.lines };
    return undefined;
  } catch (cause) {
    throw cause instanceof Failure ? cause : unreadable(cause);
  } finally {
    await file.close();
  }
}

/** As spreadsheets save it: UTF-16 with its mark, UTF-8, or what is neither as CP932. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'shift_jis';
  }
}

async function* decoded(bytes: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const block of bytes) yield decoder.decode(block as Buffer, { stream: true });
  yield decoder.decode();
}
