import type { InputSpec } from '../../audit/pipeline-file.js';
import type { KeyColumn } from '../../prepare/key-column.js';
import type { Bilingual } from '../../text/bilingual.js';
import { Failure } from '../../text/failure.js';
import { blocks } from '../byte-source.js';
import { mustBeConverted } from '../encodings/convert-first.js';
import { type GuessedEncoding, guessEncoding } from '../encodings/guess.js';
import { codecOf } from '../encodings/index.js';
import { isTextual } from '../formats.js';
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
  if (isEmpty && spec.id === 'register') throw refuse('register-empty', NO_RESIDENTS, files[0]!);
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
  checkTies(file, spec, sample);
  checkDateFormats(file, spec, sample, Number(asOf.replaceAll('-', '')));
  checkVoidItems(file, spec, sample, keys);
  return sample;
}

async function firstBlock(file: InputFile): Promise<Buffer> {
  for await (const block of blocks(file)) return block;
  return Buffer.alloc(0);
}

function refuse(
  code: string,
  text: Bilingual,
  file: InputFile,
  values: Readonly<Record<string, string | number>> = {},
): Failure {
  return new Failure(code, text, {
    exitCode: 2,
    values: { source: file.source, path: file.path, ...values },
  });
}

/** Refuses a file that is something else than its format says, and names what it is. */
async function checkContainer(file: InputFile, spec: InputSpec, head: Buffer): Promise<void> {
  const container = containerOf(head);
  await refuseUnreadable(file, container);
  const expected = isTextual(spec.format) ? 'text' : spec.format;
  const found = container === 'zip' ? await workbookFormat(file, spec) : container;
  if (found === expected) return;
  if (found !== 'text') throw refuse('input-format', OTHER_FORMAT, file, { format: spec.format, found });
  const text = /^[\s\ufeff]*\{/.test(head.toString('utf8', 0, 64)) ? 'jsonl' : 'csv';
  throw refuse('input-format', TEXT_NAMED, file, { format: spec.format, found: text });
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

const TEXT_NAMED = {
  ja: '{source}: {path} は {format} ではなく、テキスト（CSV など）です。「format: {found}」と書いてください。',
  en: '{source}: {path} is not {format} but text, such as CSV. Write "format: {found}".',
};
const OTHER_FORMAT = {
  ja: '{source}: {path} は {format} ではなく {found} ファイルのようです。「format: {found}」と書いてください。',
  en: '{source}: {path} looks like {found}, not {format}. Write "format: {found}".',
};
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
  return refuse('input-encoding', known ? WRONG_ENCODING : UNREADABLE, file, {
    encoding,
    guessed: guessed ?? '',
  });
}

const WRONG_ENCODING = {
  ja: '{source}: {path} は {encoding} として読めません。{guessed} のようです。「encoding: {guessed}」と書いてください。',
  en: '{source}: {path} does not read as {encoding}; it looks like {guessed}. Write "encoding: {guessed}".',
};
const UNREADABLE = {
  ja: '{source}: {path} は {encoding} として読めません。文字コードを確かめてください。',
  en: '{source}: {path} does not read as {encoding}. Check its encoding.',
};

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
  const why = REJECT_TEXTS[worst[0] as RejectCode];
  const text = { ja: MOSTLY_DAMAGED.ja + why.ja, en: `${MOSTLY_DAMAGED.en} ${why.en}` };
  throw refuse('input-damaged', text, file, { bad, total });
}

const NO_RESIDENTS = {
  ja: '{source}: {path} に住民の行がありません。',
  en: '{source}: {path} holds no residents.',
};
const MOSTLY_DAMAGED = {
  ja: '{source}: {path} の先頭 {total} 行のうち {bad} 行が読めません。最も多い理由: ',
  en: '{source}: {bad} of the first {total} rows of {path} cannot be read. Mostly:',
};
