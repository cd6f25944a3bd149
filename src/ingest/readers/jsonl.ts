import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type CanonicalItem, DATE_ITEMS } from '../../audit/items.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { mappedColumns } from '../../audit/pipeline-file.js';
import { Failure } from '../../text/failure.js';
import { readHead } from '../byte-source.js';
import { refuseBareReturns } from '../delimited/line-ends.js';
import { isTooLong, scanRecords } from '../delimited/scan-records.js';
import { codecOf, isUtf16 } from '../encodings/index.js';
import { toUtf16 } from '../encodings/utf16.js';
import type { InputFile } from '../input-file.js';
import { inJapan } from '../japan-time.js';
import type { Reader } from '../reader.js';
import { openStaging } from '../staging.js';
import { placeOf, type RecordView, type RejectCode } from '../visit.js';

const SAMPLE_ROWS = 2000;

/** JSON Lines: one object a line. A column is a key, or a path of keys with dots. */
const jsonl: Reader = {
  id: 'jsonl',
  title: { ja: 'JSON Lines', en: 'JSON Lines' },
  sample: async (file, spec) => {
    const head = (await readHead(file, spec.encoding)).bytes;
    refuseBareReturns(head, file);
    refuseArray(head, file);
    const objects: JsonObject[] = [];
    const damaged: Record<string, number> = {};
    let blocks = 0;
    const stop = () => blocks++ > 0 || objects.length >= SAMPLE_ROWS;
    await scanRecords(file, { encoding: spec.encoding, length: null, stop }, (record) => {
      const parsed = parseLine(record, spec);
      if (typeof parsed === 'string') damaged[parsed] = (damaged[parsed] ?? 0) + 1;
      else if (objects.length < SAMPLE_ROWS) objects.push(parsed.object);
    });
    const paths = mappedColumns(spec).filter((name) =>
      objects.some((object) => valueAt(object, name) !== undefined),
    );
    const columns = [...new Set([...objects.flatMap((object) => keysOf(object)), ...paths])];
    // Nothing is mapped yet where a file is inspected.
    const isTime = timesOf(spec);
    const isAny = Object.keys(spec.columns).length === 0;
    const textAt = (object: JsonObject, name: string) => {
      const text = toText(valueAt(object, name));
      return isAny || isTime.has(name) ? inJapan(text) : text;
    };
    return { columns, rows: objects.map((object) => columns.map((name) => textAt(object, name))), damaged };
  },
  read: async (file, spec, context) => {
    const hash = createHash('sha256');
    const names = mappedColumns(spec);
    const isTime = timesOf(spec);
    const times = names.map((name) => isTime.has(name));
    const staging = openStaging(context.workDir, file, 0x2c);
    const rejects = context.rejects(Buffer.alloc(0));
    let rows = 0;
    const continued = (record: RecordView) => rejects.extend(rawLine(spec, record));
    await scanRecords(file, { encoding: spec.encoding, length: null, hash, continued }, (record) => {
      rows = record.row;
      const parsed = parseLine(record, spec);
      const values = typeof parsed === 'string' ? parsed : valuesOf(parsed, names);
      if (typeof values === 'string') {
        rejects.add({ ...placeOf(record), code: values, column: null }, rawLine(spec, record));
        return;
      }
      staging.beginRow(record.row);
      for (const [place, value] of values.entries()) staging.text(times[place] ? inJapan(value) : value);
      staging.endRow();
    });
    const staged = staging.finish(names);
    await rejects.close();
    return {
      sha256: hash.digest('hex'),
      rows,
      rejected: rejects.count,
      ...staged,
    };
  },
  divert: async (file, spec, why, context) => {
    const rejects = context.rejects(Buffer.alloc(0));
    await scanRecords(file, { encoding: spec.encoding, length: null }, (record) => {
      const reason = why.get(record.row);
      if (reason) rejects.add({ ...placeOf(record), ...reason }, rawLine(spec, record));
    });
    await rejects.close();
  },
};

export default jsonl;

/** One JSON array around all objects is not JSON Lines, and would have to be held in memory as a whole. */
function refuseArray(head: Buffer, file: InputFile): void {
  if (!/^\ufeff?\s*\[\s*\{/.test(head.toString('utf8', 0, 1024))) return;
  const values = { source: file.source, path: file.path };
  throw new Failure('input-json-array', { values });
}

/** Columns that hold dates and times: JSON writes moments, which are dates only in the zone of a place. */
function timesOf({ columns }: InputSpec): ReadonlySet<string> {
  return new Set(DATE_ITEMS.flatMap((item) => columns[item as CanonicalItem]?.from ?? []));
}

type JsonObject = Readonly<Record<string, unknown>>;

interface ParsedLine {
  readonly object: JsonObject;
  readonly text: string;
}

let scratch = Buffer.alloc(1 << 16);

/** Characters below which no line is nested deep enough to matter. */
const LONG_LINE = 4096;

function parseLine(record: RecordView, spec: InputSpec): ParsedLine | RejectCode {
  if (isTooLong(record)) return 'record-too-long';
  const { bytes, start, end, checked } = record;
  const utf8 = spec.encoding === 'utf-8' || isUtf16(spec.encoding);
  if (bytes.subarray(start, end).includes(0)) return 'nul';
  if (utf8 && !checked && !isUtf8(bytes.subarray(start, end))) return 'invalid-bytes';
  if (scratch.length < 3 * (end - start)) scratch = Buffer.alloc(4 * (end - start));
  const length = utf8 ? 0 : codecOf(spec.encoding).toUtf8(bytes, start, end, scratch, 0);
  if (length < 0) return 'invalid-bytes';
  const text = utf8 ? bytes.toString('utf8', start, end) : scratch.toString('utf8', 0, length);
  try {
    const object: unknown = JSON.parse(text);
    // What is nested too deep to be written down again is no record; a short line cannot be.
    if (text.length > LONG_LINE) JSON.stringify(object);
    if (object === null || typeof object !== 'object' || Array.isArray(object)) return 'json-not-object';
    return { object: object as JsonObject, text };
  } catch {
    return 'json-invalid';
  }
}

function valuesOf({ object, text }: ParsedLine, names: readonly string[]): string[] | RejectCode {
  const values = names.map((name) => valueAt(object, name));
  const written = values.some(isInexact) ? asWritten(text) : object;
  const texts = values.map((value, i) => toText(isInexact(value) ? valueAt(written, names[i]!) : value));
  return texts.some((value) => value.includes('\u0000')) ? 'nul' : texts;
}

/** A long number would lose its last digits. */
function isInexact(value: unknown): boolean {
  return typeof value === 'number' && !Number.isSafeInteger(value);
}

/** The object with every number as the text it is written as. */
function asWritten(text: string): JsonObject {
  const quoted = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
  return JSON.parse(quoted) as JsonObject;
}

/** Keys of an object, those of objects inside it as paths with dots. */
function keysOf(object: JsonObject, above = ''): string[] {
  return Object.entries(object).flatMap(([key, value]) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? keysOf(value as JsonObject, `${above}${key}.`)
      : [`${above}${key}`],
  );
}

function valueAt(object: JsonObject, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  return name.split('.').reduce<unknown>((at, key) => {
    return at !== null && typeof at === 'object' && Object.hasOwn(at, key)
      ? (at as JsonObject)[key]
      : undefined;
  }, object);
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function rawLine({ encoding }: InputSpec, { bytes, start, end, partial }: RecordView): Buffer {
  const raw = Buffer.concat([bytes.subarray(start, end), Buffer.from(partial ? '' : '\n')]);
  return isUtf16(encoding) ? toUtf16(raw, encoding === 'utf-16le') : raw;
}
