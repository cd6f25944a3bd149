import { z } from 'zod';
import { DECISION_CODES } from '../audit/decision.js';
import { INPUT_FORMATS, namesOf } from '../audit/formats.js';
import {
  bilingual,
  count,
  evidence,
  findingKind,
  grade,
  id,
  itemCount,
  moment,
  share,
  shareOrNull,
  text,
} from './parts.js';
import { qualityIssue, summary } from './run-files.js';

const format = z.enum(namesOf(INPUT_FORMATS));
const columns = z.array(text);

/** `run --json`. */
export const runAnswer = z.strictObject({ out: text, summary, alarms: z.array(qualityIssue) });

const need = { expected: count, free: count };

/** `check --json`; sizes in bytes. */
export const checkAnswer = z.strictObject({
  pipeline: text,
  inputs: z.array(
    z.strictObject({
      source: id,
      format,
      encoding: id,
      via: id.nullable(),
      files: z.array(z.strictObject({ path: text, bytes: count, rows: count.nullable() })),
      items: z.array(z.strictObject({ item: id, columns, rows: count, ...itemCount })),
    }),
  ),
  stages: z.array(z.strictObject({ name: id, title: bilingual })),
  disk: z.strictObject({ ...need, dir: text }),
  memory: z.strictObject(need),
  threads: count,
  notes: z.array(bilingual),
});

const inspected = {
  file: text,
  kind: z.enum(['register', 'link']),
  format,
  encoding: id,
  sheet: text.nullable(),
  skip_rows: count,
  header: z.boolean(),
  delimiter: text.nullable(),
  layout: z
    .record(text, z.tuple([count, count]))
    .nullable()
    .describe('[first byte, length] by field'),
  layout_file: text.nullable().describe('the description of the records that the layout is from'),
  record_length: count.nullable(),
  data_records: z
    .strictObject({ at: z.tuple([count, count]), is: text })
    .nullable()
    .describe('which records hold data, by the bytes at [first byte, length]'),
  via: id.nullable(),
  rows: count,
  damaged: count,
  person: text.nullable().describe('the word in headers for the person whose columns are read'),
  left_out: z.array(z.strictObject({ person: text.nullable(), columns })),
  repeated_rows: share,
  repeated_keys: share,
  columns: z.array(
    z.strictObject({
      name: text,
      label: text.nullable().describe('what a header in two lines says of a column known by its place'),
      content: id,
      filled: share,
      distinct: share,
      shapes: z.array(text),
    }),
  ),
  items: z.array(
    z.strictObject({
      item: id,
      columns,
      format: id.nullable(),
      codes: z.record(z.string(), text).nullable(),
      confidence: share,
      mapped: z.boolean().describe('false: no more than a guess, and not in the source block'),
      ...itemCount,
    }),
  ),
  questions: z.array(
    z.strictObject({
      item: id,
      kind: z.enum(['missing', 'doubtful', 'guess', 'era', 'repeated', 'person', 'unprotected', 'codes']),
      columns,
      codes: z.array(z.strictObject({ code: text, rows: count })).optional(),
    }),
  ),
};

/** `inspect --json`. */
export const inspectAnswer = z.strictObject({
  ...inspected,
  written: text.nullable().describe('where in the pipeline file the block was added'),
});

/** `init --json`. */
export const initAnswer = z.strictObject({
  pipeline_file: text,
  sources: z.array(z.strictObject({ source: id, ...inspected })),
  check: checkAnswer,
});

const person = z.strictObject({
  resident_id: text.nullable(),
  items: z.record(id, text.nullable()),
  birth_date: text.nullable(),
  protected: z.boolean(),
});

const decided = z.array(
  z.strictObject({
    finding_id: text,
    history: z.array(
      z.strictObject({
        decision: z.enum([...DECISION_CODES, 'withdrawn']),
        candidate: text.nullable(),
        reason: text.nullable(),
        reviewer: text,
        at: moment,
        current: z.boolean(),
        changed: z.array(bilingual).optional(),
      }),
    ),
  }),
);

const weighed = z.strictObject({
  ...evidence.shape,
  title: bilingual,
  kind: z.enum(['equal', 'equivalent', 'explained', 'different', 'missing']),
});

const explainedLink = z.strictObject({
  source: id,
  record_id: text,
  resident_id: text.nullable(),
  grade,
  probability: share,
  record: person,
  linked: person.nullable(),
  evidence: z.array(weighed),
  total: z.number().nullable(),
  shares: z.record(id, shareOrNull),
  candidates: z.array(
    z.strictObject({
      resident_id: text,
      probability: shareOrNull.describe('null where the resident was discarded before weighing'),
      why: z.array(bilingual),
      levels: z.array(bilingual),
    }),
  ),
  explanations: z.array(bilingual),
  findings: z.array(text),
  is_protected: z.boolean(),
  decided,
});

const explainedPair = z.strictObject({
  finding_id: text,
  kind: findingKind,
  resident_id: text,
  other_id: text,
  related: z.array(text),
  resident: person,
  other: person.nullable(),
  evidence: z.array(weighed),
  is_protected: z.boolean(),
  decided,
});

/** `explain --json`: usually one. */
export const explainAnswer = z.array(z.union([explainedLink, explainedPair]));

/** `decide --json`. */
export const decideAnswer = z.strictObject({
  taken: count,
  known: count,
  refused: z.array(
    z.strictObject({
      case: text,
      place: text.optional(),
      why: z.enum(['unknown-case', 'other-evidence', 'no-candidate', 'not-of-kind']),
    }),
  ),
  incomplete: z.array(text).describe('places of rows that are half filled in'),
  left_out: z.array(text).describe('places that could not be taken where --keep-good takes the others'),
  store: text,
});

/** `log --json`. */
export const logAnswer = z.strictObject({
  entries: z.array(
    z.strictObject({ line: count, of_run: z.boolean(), at: text, who: text, action: id, path: text }),
  ),
  intact: z.boolean(),
  says: bilingual,
});

/** `purge --json`. */
export const purgeAnswer = z.strictObject({ files: count, bytes: count, record: text, logged: z.boolean() });

/** `key new --json`, and `key rotate --json` with the id of the key before. */
export const keyAnswer = z.strictObject({ key_file: text, key_id: text, before: text.optional() });

/** `synth --json`. */
export const synthAnswer = z.strictObject({ out: text, pipeline_file: text, truth: text });
