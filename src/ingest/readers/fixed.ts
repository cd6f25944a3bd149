import { createHash } from 'node:crypto';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { mappedColumns } from '../../audit/pipeline-file.js';
import { readHead } from '../byte-source.js';
import { CR, LF, NUL } from '../delimited/record.js';
import { scanRecords } from '../delimited/scan-records.js';
import type { Codec } from '../encodings/codec.js';
import { decodeLoosely } from '../encodings/codec.js';
import { codecOf } from '../encodings/index.js';
import { type Frame, frameOf } from '../fixed-frame.js';
import type { InputFile } from '../input-file.js';
import type { Reader } from '../reader.js';
import { trimWide } from '../split-record.js';
import { openStaging } from '../staging.js';
import { placeOf, type RecordView, type RejectCode } from '../visit.js';
import { isZenginData } from '../zengin.js';

const SAMPLE_ROWS = 2000;

/** Fixed width: fields are counted in bytes of the file's encoding. Records with or without line ends. */
const fixed: Reader = {
  id: 'fixed',
  title: { ja: '固定長', en: 'Fixed width' },
  sample: async (file, spec) => {
    const opened = await openFixed(file, spec);
    const fields = Object.entries(spec.layout ?? {});
    const rows: string[][] = [];
    const damaged: Record<string, number> = {};
    let blocks = 0;
    await scanData(
      opened,
      { stop: () => blocks++ > 0 || rows.length >= SAMPLE_ROWS },
      (record, _row, code) => {
        if (rows.length >= SAMPLE_ROWS) return;
        const why = code ?? damageOf(opened, record, fields).code;
        if (why) damaged[why] = (damaged[why] ?? 0) + 1;
        else
          rows.push(fields.map(([, [start, length]]) => trimWide(text(opened.codec, record, start, length))));
      },
    );
    return { columns: fields.map(([name]) => name), rows, damaged };
  },
  read: async (file, spec, context) => {
    const opened = await openFixed(file, spec);
    const hash = createHash('sha256');
    const fields = mappedColumns(spec).map((name) => [name, spec.layout![name]!] as const);
    const staging = openStaging(context.workDir, file, 0x2c);
    const rejects = context.rejects(opened.rejectsHeader);
    const rows = await scanData(opened, { hash }, (record, row, code) => {
      const refuse = (why: RejectCode, column: string | null) =>
        rejects.add({ ...placeOf(record), code: why, column }, rawRecord(opened, record));
      if (code) return refuse(code, null);
      const damage = holdsControl(opened, record) ? damageOf(opened, record, fields) : null;
      if (damage?.code) return refuse(damage.code, damage.column);
      staging.beginRow(row);
      for (const [name, [from, length]] of fields) {
        const at = record.start + from - 1;
        if (staging.field(opened.codec, record.bytes, at, at + length) < 0) continue;
        staging.dropRow();
        return refuse('invalid-bytes', name);
      }
      staging.endRow();
    });
    const staged = staging.finish(fields.map(([name]) => name));
    await rejects.close();
    return {
      sha256: hash.digest('hex'),
      rows,
      rejected: rejects.count,
      ...staged,
    };
  },
  divert: async (file, spec, why, context) => {
    const opened = await openFixed(file, spec);
    const rejects = context.rejects(opened.rejectsHeader);
    await scanData(opened, {}, (record, row) => {
      const reason = why.get(row);
      if (reason) rejects.add({ ...placeOf(record), ...reason }, rawRecord(opened, record));
    });
    await rejects.close();
  },
};

export default fixed;

interface Opened {
  readonly file: InputFile;
  readonly spec: InputSpec;
  readonly frame: Frame;
  readonly codec: Codec;
  /** The header record of a Zengin file, by which the file of rejected rows is known for one too. */
  readonly rejectsHeader: Buffer;
}

async function openFixed(file: InputFile, spec: InputSpec): Promise<Opened> {
  const head = await readHead(file, spec.encoding);
  const frame = frameOf(head, file, spec);
  const rejectsHeader = Buffer.from(head.bytes.subarray(0, frame.header));
  return { file, spec, frame, codec: codecOf(spec.encoding), rejectsHeader };
}

/** Shows every data record with its number, or with the reason it cannot be one; gives their number. */
async function scanData(
  { file, spec, frame, codec }: Opened,
  options: Pick<Parameters<typeof scanRecords>[1], 'hash' | 'stop'>,
  visit: (record: RecordView, row: number, code: RejectCode | null) => void,
): Promise<number> {
  const length = frame.lineEnd === null ? frame.length : null;
  const skip = spec.reading?.skipRows ?? 0;
  let row = 0;
  await scanRecords(file, { encoding: spec.encoding, length, ...options }, (record) => {
    if (record.row <= skip) return;
    if (frame.kind) {
      const kind = text(codec, record, frame.kind.at + 1, frame.kind.size);
      if (kind !== frame.kind.data) {
        if (frame.kind.other === null || frame.kind.other.includes(kind)) return;
        row += 1;
        visit(record, row, 'record-type-unknown');
        return;
      }
    }
    row += 1;
    const bare = length === null ? withoutEndMark(record) : record;
    const whole = frame.blanksCut ? withBlanks(bare, frame.length, codec) : bare;
    visit(whole, row, whole.end - whole.start === frame.length ? null : 'record-length');
  });
  return row;
}

const END_OF_FILE = 0x1a;

/** A line without the end-of-file marks (1A) that stand behind the last one of a file, where no line end follows it. */
function withoutEndMark(record: RecordView): RecordView {
  let { end } = record;
  while (end > record.start && record.bytes[end - 1] === END_OF_FILE) end -= 1;
  return end === record.end ? record : { ...record, end };
}

/** A Zengin record with the blanks that were cut off its end, where its fields stand in their places without them. */
function withBlanks(record: RecordView, length: number, codec: Codec): RecordView {
  const { bytes, start, end } = record;
  if (end - start >= length || !isZenginData(bytes.subarray(start, end), codec)) return record;
  const whole = Buffer.alloc(length, 0x20);
  whole.set(bytes.subarray(start, end));
  return { ...record, bytes: whole, start: 0, end: length, offset: () => record.offset(start) };
}

function text(codec: Codec, { bytes, start, end }: RecordView, from: number, length: number): string {
  return decodeLoosely(
    codec,
    bytes.subarray(Math.min(end, start + from - 1), Math.min(end, start + from - 1 + length)),
  );
}

let scratch = Buffer.alloc(4096);

function damageOf(
  { codec, spec }: Opened,
  { bytes, start }: RecordView,
  fields: readonly (readonly [string, readonly [number, number]])[],
): { code: RejectCode | null; column: string | null } {
  for (const [name, [from, length]] of fields) {
    if (scratch.length < 3 * length) scratch = Buffer.alloc(3 * length);
    const at = start + from - 1;
    if (codec.toUtf8(bytes, at, at + length, scratch, 0) < 0) return { code: 'invalid-bytes', column: name };
    const control = spec.encoding.startsWith('ibm') ? null : controlIn(bytes.subarray(at, at + length));
    if (control) return { code: control, column: name };
  }
  return { code: null, column: null };
}

/** Whether a record holds a byte that no field may hold, be it between the fields: hardly one does. */
function holdsControl({ spec }: Opened, { bytes, start, end }: RecordView): boolean {
  return !spec.encoding.startsWith('ibm') && controlIn(bytes.subarray(start, end)) !== null;
}

/** Bytes that no field holds; in EBCDIC they are something else. */
function controlIn(field: Uint8Array): RejectCode | null {
  if (field.includes(NUL)) return 'nul';
  return field.includes(CR) || field.includes(LF) ? 'stray-line-break' : null;
}

function rawRecord({ frame }: Opened, { bytes, start, end }: RecordView): Buffer {
  return Buffer.concat([bytes.subarray(start, end), Buffer.from(frame.lineEnd ?? '')]);
}
