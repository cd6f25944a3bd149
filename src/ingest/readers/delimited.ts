import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { readHead } from '../byte-source.js';
import { csvRelation } from '../delimited/csv-relation.js';
import { refuseBareReturns } from '../delimited/line-ends.js';
import { isPair, isTrailByte, QUOTE } from '../delimited/record.js';
import { type ScanOptions, scanDelimited } from '../delimited/scan-delimited.js';
import { decodeLoosely } from '../encodings/codec.js';
import { codecOf, isUtf16 } from '../encodings/index.js';
import { toUtf16 } from '../encodings/utf16.js';
import { type Header, readHeader, separatorLine } from '../header.js';
import type { InputFile } from '../input-file.js';
import { requireColumns } from '../preflight/require-columns.js';
import type { ReadContext, Reader, Reading, Sample } from '../reader.js';
import { splitRecord } from '../split-record.js';
import { openStaging } from '../staging.js';
import { placeOf, type RecordView, type RejectCode, type Visitor } from '../visit.js';

/** Records looked at before a run. */
const SAMPLE_ROWS = 2000;

/** The reader of values between delimiters, quoted where needed (RFC 4180): CSV and TSV differ in the delimiter only. */
export function delimitedReader(id: 'csv' | 'tsv', title: Reader['title'], custom: string): Reader {
  const layoutOf = (file: InputFile, spec: InputSpec) => openLayout(file, spec, custom);
  return {
    id,
    title,
    sample: async (file, spec) => sample(await layoutOf(file, spec)),
    read: async (file, spec, context) => {
      const layout = await layoutOf(file, spec);
      requireColumns(file, spec, layout.header.names);
      return read(layout, context);
    },
    divert: async (file, spec, rows, context) => {
      const layout = await layoutOf(file, spec);
      const rejects = context.rejects(rejectsHeader(layout));
      const divertRow = (record: RecordView) => {
        const why = rows.get(record.row);
        if (why) rejects.add({ ...placeOf(record), ...why }, rawRecord(layout, record));
      };
      await scanDelimited(file, layout.scan, { sound: divertRow, damaged: () => {}, continued: () => {} });
      await rejects.close();
    },
  };
}

/** Everything known of a file before its first record. */
interface Layout {
  readonly file: InputFile;
  readonly spec: InputSpec;
  readonly header: Header;
  readonly delimiter: string;
  readonly scan: ScanOptions;
}

async function openLayout(file: InputFile, spec: InputSpec, custom: string): Promise<Layout> {
  const head = await readHead(file, spec.encoding);
  refuseBareReturns(head.bytes, file);
  const told = spec.reading?.skipRows ? null : separatorLine(head.bytes);
  const delimiter = spec.reading?.delimiter ?? told?.delimiter ?? custom;
  const code = delimiter.charCodeAt(0);
  const header = readHeader(head.bytes, {
    encoding: spec.encoding,
    delimiter: code,
    header: spec.reading?.header ?? true,
    skipRows: spec.reading?.skipRows ?? 0,
  });
  const scan = {
    encoding: spec.encoding,
    dialect: {
      delimiter: code,
      columns: header.names.length,
      pairs: isTrailByte(spec.encoding, code),
    },
    skipBytes: header.end,
    skipLines: header.lines,
  };
  return { file, spec, header, delimiter, scan };
}

async function sample(layout: Layout): Promise<Sample> {
  const codec = codecOf(layout.spec.encoding);
  const rows: string[][] = [];
  const damaged: Record<string, number> = {};
  let seen = 0;
  const count = (code: RejectCode) => {
    seen += 1;
    damaged[code] = (damaged[code] ?? 0) + 1;
  };
  const visitor: Visitor = {
    sound: ({ bytes, start, end }) => {
      if (seen >= SAMPLE_ROWS) return;
      const text = decodeLoosely(codec, bytes.subarray(start, end));
      if (
        text.includes('\ufffd') &&
        codec.toUtf8(bytes, start, end, Buffer.alloc(3 * (end - start)), 0) < 0
      ) {
        count('invalid-bytes');
        return;
      }
      seen += 1;
      rows.push(splitRecord(text, layout.delimiter));
    },
    damaged: (_, code) => {
      if (seen < SAMPLE_ROWS) count(code);
    },
    continued: () => {},
  };
  // The first block is enough, unless the file ends with it.
  let blocks = 0;
  await scanDelimited(
    layout.file,
    { ...layout.scan, stop: () => blocks++ > 0 || seen >= SAMPLE_ROWS },
    visitor,
  );
  return { columns: layout.header.names, rows, damaged };
}

async function read(layout: Layout, context: ReadContext): Promise<Reading> {
  if (layout.spec.encoding === 'utf-8' && !context.alwaysStage && layout.scan.dialect.columns > 1) {
    const direct = await readDirect(layout);
    if (direct) return direct;
  }
  return readStaged(layout, context);
}

/** Looks for damage; when there is none the engine reads the file as it is. Null: there is. */
async function readDirect({ file, spec, header, delimiter, scan }: Layout): Promise<Reading | null> {
  // The engine skips the header by lines: rows above it, or line ends inside it, would mislead it.
  if ((spec.reading?.skipRows ?? 0) > 0 || header.lines > 1 || (header.bom && header.lines === 0))
    return null;
  const hash = createHash('sha256');
  let clean = true;
  const visitor: Visitor = {
    sound: ({ bytes, start, end, checked }) => {
      if (!checked && clean) clean = isUtf8(bytes.subarray(start, end));
    },
    damaged: () => {
      clean = false;
    },
    continued: () => {},
  };
  const totals = await scanDelimited(file, { ...scan, hash, stop: () => !clean }, visitor);
  if (!clean || totals.oddities > 0 || totals.lineEnd === null) return null;
  return {
    sha256: hash.digest('hex'),
    rows: totals.rows,
    rejected: 0,
    from: csvRelation(file.absolute, {
      delimiter,
      columns: header.names.map((_, index) => `c${index}`),
      skip: header.lines,
      gzip: file.gzip,
      lineEnd: totals.lineEnd,
    }),
    column: (name) => `c${header.names.indexOf(name)}`,
    row: null,
    temporary: null,
  };
}

/** Writes the sound records as UTF-8 with their row numbers, the damaged ones go to the rejects. */
async function readStaged(layout: Layout, context: ReadContext): Promise<Reading> {
  const { file, spec, header, delimiter, scan } = layout;
  const codec = codecOf(spec.encoding);
  const hash = createHash('sha256');
  const staging = openStaging(context.workDir, file, delimiter.charCodeAt(0));
  const rejects = context.rejects(rejectsHeader(layout));
  const damaged = (record: RecordView, code: RejectCode, column: string | null = null) =>
    rejects.add({ ...placeOf(record), code, column }, rawRecord(layout, record));
  const totals = await scanDelimited(
    file,
    { ...scan, hash },
    {
      sound: (record) => {
        staging.beginRow(record.row);
        const bad = staging.raw(codec, record.bytes, record.start, record.end);
        if (bad < 0) return staging.endRow();
        staging.dropRow();
        return damaged(record, 'invalid-bytes', columnAt(layout, record, bad));
      },
      damaged: (record, code) => damaged(record, code),
      continued: (record) => rejects.extend(rawRecord(layout, record)),
    },
  );
  const staged = staging.finish(header.names);
  await rejects.close();
  return {
    sha256: hash.digest('hex'),
    rows: totals.rows,
    rejected: rejects.count,
    ...staged,
  };
}

/** The record's bytes as in the file, with a line end of the file's kind; the part of a line too long without. */
function rawRecord({ spec, header }: Layout, { bytes, start, end, partial }: RecordView): Buffer {
  const raw = Buffer.concat([bytes.subarray(start, end), Buffer.from(partial ? '' : header.lineEnd)]);
  return isUtf16(spec.encoding) ? toUtf16(raw, spec.encoding === 'utf-16le') : raw;
}

function rejectsHeader({ spec, header }: Layout): Buffer {
  return isUtf16(spec.encoding) ? toUtf16(header.bytes, spec.encoding === 'utf-16le') : header.bytes;
}

/** Name of the column a byte stands in. Quotes may be ignored: they change a guess, not a fact. */
function columnAt({ header, scan }: Layout, { bytes, start }: RecordView, position: number): string | null {
  let column = 0;
  let quoted = false;
  for (let i = start; i < position; i++) {
    if (scan.dialect.pairs && isPair(bytes, i)) i += 1;
    else if (bytes[i] === QUOTE) quoted = !quoted;
    else if (bytes[i] === scan.dialect.delimiter && !quoted) column += 1;
  }
  return header.names[column] ?? null;
}
