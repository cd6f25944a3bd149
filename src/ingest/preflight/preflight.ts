import { isTextual } from '../../audit/formats.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import type { KeyColumn } from '../../prepare/key-column.js';
import type { Bilingual } from '../../text/bilingual.js';
import { Failure } from '../../text/failure.js';
import type { FailureKey } from '../../text/failures/index.js';
import { blocks } from '../byte-source.js';
import { mustBeConverted } from '../encodings/convert-first.js';
import { type GuessedEncoding, guessEncoding } from '../encodings/guess.js';
import { codecOf } from '../encodings/index.js';
import { type InputFile, inputFiles } from '../input-file.js';
import type { Sample } from '../reader.js';
import { readerOf } from '../readers/index.js';
import { REJECT_TEXTS } from '../reject-texts.js';
import { openWorkbook } from '../sheets/open-workbook.js';
import { containerOf, refuseUnreadable } from '../sheets/other-container.js';
import { sheetNotes } from '../sheets/sheet-notes.js';
import type { RejectCode } from '../visit.js';
import { checkDateFormats } from './preflight-dates.js';
import { checkTies } from './preflight-ties.js';
import { checkVoidItems } from './preflight-void.js';
import { requireColumns } from './require-columns.js';

/**
 * Opens every file of an input and reads its beginning; writes nothing. Gives what is not wrong but should be known,
 * such as sheets that are not read.
 *
 * @throws {Failure} with exit code 2, one sentence with the place: file missing or empty, another format or
 *   encoding or date notation than declared, a column that is not there or holds nothing to compare, rows that mostly cannot be read, no
 *   numbers to tie by.
 */
export async function preflight(
  spec: InputSpec,
  { dir, asOf, keys = [] }: PreflightOptions,
): Promise<readonly Bilingual[]> {
  const notes: Bilingual[] = [];
  let isEmpty = true;
  const files = await inputFiles(spec, dir);
  for (const file of files) {
    const sample = await preflightFile(file, spec, asOf, keys);
    isEmpty &&= sample.rows.length === 0 && Object.keys(sample.damaged).length === 0;
    notes.push(...sheetNotes(file, sample.sheets, spec.reading?.sheet));
  }
  // A source may have no records on a night; without residents there is nothing to hold links against.
  if (isEmpty && spec.id === 'register') throw refuse('register-empty', files[0]!);
  return notes;
}

interface PreflightOptions {
  /** Folder of the pipeline file. */
  readonly dir: string;
  /** The day of the run, ISO. */
  readonly asOf: string;
  /** What comparisons need of further items: a column that gives no key holds nothing to compare. */
  readonly keys?: readonly KeyColumn[];
}

async function preflightFile(
  file: InputFile,
  spec: InputSpec,
  asOf: string,
  keys: readonly KeyColumn[],
): Promise<Sample> {
  const head = await firstBlock(file);
  await checkContainer(file, spec, head);
  const textual = isTextual(spec.format);
  const guessed = textual ? guessEncoding(head) : null;
  if (textual) {
    if (guessed === 'iso-2022-jp' || guessed === 'utf-32') throw mustBeConverted(file, guessed);
    codecOf(spec.encoding);
    checkEncoding(file, spec, guessed);
  }
  const sample = await readerOf(spec.format).sample(file, spec);
  checkDamage(file, spec, sample, guessed);
  const undecoded = sample.columns.some((name) => name.includes('\ufffd'));
  if (undecoded) throw wrongEncoding(file, spec.encoding, guessed);
  // Objects without any key are no proof that a key is missing.
  if (spec.format !== 'jsonl' || sample.rows.length > 0)
    requireColumns(file, spec, sample.columns, sample.sheets);
  const failures = [
    () => checkTies(file, spec, sample),
    () => checkDateFormats(file, spec, sample, Number(asOf.replaceAll('-', ''))),
    () => checkVoidItems(file, spec, sample, keys),
  ].flatMap(failureOf);
  const [first, ...others] = failures;
  if (first) throw others.length === 0 ? first : first.with(others);
  return sample;
}

/** What a check refuses, so that all of it is told at once. */
function failureOf(check: () => void): Failure[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Failure) return [error];
    throw error;
  }
}

async function firstBlock(file: InputFile): Promise<Buffer> {
  for await (const block of blocks(file)) return block;
  return Buffer.alloc(0);
}

function refuse(
  key: FailureKey,
  file: InputFile,
  values: Readonly<Record<string, string | number | Bilingual>> = {},
): Failure {
  return new Failure(key, { values: { source: file.source, path: file.path, ...values } });
}

/** Refuses a file that is something else than its format says, and names what it is. */
async function checkContainer(file: InputFile, spec: InputSpec, head: Buffer): Promise<void> {
  const container = containerOf(head);
  await refuseUnreadable(file, container);
  const expected = isTextual(spec.format) ? 'text' : spec.format;
  const found = container === 'zip' ? await workbookFormat(file, spec) : container;
  if (found === expected) return;
  if (found !== 'text') throw refuse('input-format/other', file, { format: spec.format, found });
  const text = /^[\s\ufeff]*\{/.test(head.toString('utf8', 0, 64)) ? 'jsonl' : 'csv';
  throw refuse('input-format/text', file, { format: spec.format, found: text });
}

/** Opens the archive to see whether it is a workbook, and of which kind; one that is broken is left to its reader. */
async function workbookFormat(file: InputFile, { format }: InputSpec): Promise<'xlsx' | 'ods'> {
  try {
    const workbook = await openWorkbook(file);
    workbook.close();
    return workbook.format;
  } catch (error) {
    if (error instanceof Failure) throw error;
    return format === 'ods' ? 'ods' : 'xlsx';
  }
}

// Some mismatches decode without a single error, into nonsense: those the guess is sure of are refused at once.
function checkEncoding(file: InputFile, { encoding }: InputSpec, guessed: GuessedEncoding): void {
  const declaredWide = encoding.startsWith('utf-16');
  const guessedWide = guessed === 'utf-16le' || guessed === 'utf-16be';
  const declaredEbcdic = encoding.startsWith('ibm');
  const wrong =
    (guessedWide && guessed !== encoding) ||
    (declaredWide && !guessedWide && guessed !== null && guessed !== 'ibm930') ||
    ((guessed === 'ibm930') !== declaredEbcdic && (guessed === 'ibm930' || guessed === 'ascii')) ||
    (guessed === 'utf-8' && (encoding === 'cp932' || encoding === 'euc-jp' || declaredEbcdic)) ||
    (guessed === 'euc-jp' && encoding === 'cp932');
  if (wrong) throw wrongEncoding(file, encoding, guessed === 'ascii' ? 'utf-8' : guessed);
}

function wrongEncoding(file: InputFile, encoding: string, guessed: string | null): Failure {
  const known = guessed !== null && guessed !== encoding;
  return refuse(known ? 'input-encoding/other' : 'input-encoding/unknown', file, {
    encoding,
    guessed: guessed ?? '',
  });
}

/** Share of undecodable records in the sample from which the encoding is taken to be wrong. */
const WRONG_SHARE = 0.2;

function checkDamage(
  file: InputFile,
  spec: InputSpec,
  { rows, damaged }: Sample,
  guessed: GuessedEncoding,
): void {
  const bad = Object.values(damaged).reduce((sum, count) => sum + count, 0);
  const total = rows.length + bad;
  if (total === 0) return;
  if ((damaged['invalid-bytes'] ?? 0) > total * WRONG_SHARE) {
    throw wrongEncoding(file, spec.encoding, guessed === 'ascii' ? null : guessed);
  }
  const [worst] = Object.entries(damaged).toSorted((a, b) => b[1] - a[1]);
  if (!worst || bad <= total / 2) return;
  throw refuse('input-damaged', file, { bad, total, why: REJECT_TEXTS[worst[0] as RejectCode] });
}
