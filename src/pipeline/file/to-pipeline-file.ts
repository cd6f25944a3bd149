import { INPUT_FORMATS, type InputFormat, namesOf, REPORT_FORMATS } from '../../audit/formats.js';
import type {
  ClusterSpec,
  ColumnSpec,
  Gazetteer,
  InputSpec,
  LinkSpec,
  OnFinish,
  PipelineFile,
  ReadingOptions,
} from '../../audit/pipeline-file.js';
import type { ReviewerRule } from '../../audit/reviewer.js';
import {
  ENCODINGS,
  type WrittenColumn,
  type WrittenInput,
  type WrittenLink,
  type WrittenPipeline,
} from './schema.js';

/** Share of rejected rows above which a source stops the run, unless the pipeline file says otherwise. */
export const DEFAULT_MAX_REJECT_SHARE = 0.01;
/** Share of links without a resident above which a source stops the run. */
const DEFAULT_MAX_UNKNOWN_SHARE = 0.5;
/** A mail or a copy to another machine takes less. */
const DEFAULT_ON_FINISH_SECONDS = 600;

interface Origin {
  readonly path: string;
  readonly dir: string;
  readonly sha256: string;
  readonly fallbackName: string;
}

/** A valid file as written to the form the stages read: defaults filled in, spellings made one. */
export function toPipelineFile(written: WrittenPipeline, origin: Origin): PipelineFile {
  const limit = written.max_reject_share ?? DEFAULT_MAX_REJECT_SHARE;
  return {
    path: origin.path,
    dir: origin.dir,
    sha256: origin.sha256,
    name: written.name ?? origin.fallbackName,
    asOf: written.as_of ?? null,
    register: toInput('register', written.register, limit),
    links: Object.entries(written.links).map(([id, link]) => ({
      ...toLink(id, link, limit),
      maxUnknownShare: link.max_unknown_share ?? written.max_unknown_share ?? DEFAULT_MAX_UNKNOWN_SHARE,
    })),
    review: {
      threshold: written.review?.threshold ?? 0.5,
      sampleClean: written.review?.sample_clean ?? 300,
      reviewers: toReviewers(written.review?.reviewers),
    },
    report: {
      language: written.report?.language ?? 'ja',
      formats: written.report?.formats ?? namesOf(REPORT_FORMATS),
      splitBy: 'organisation',
      ...(written.report?.organisations === undefined ? {} : { organisations: written.report.organisations }),
    },
    privacy: {
      keyFile: written.privacy?.key_file ?? null,
      ...(written.privacy?.disclosure === 'minimum' ? { disclosure: 'minimum' } : {}),
      ...(written.privacy?.recipients === undefined
        ? {}
        : { recipients: toLists(written.privacy.recipients) }),
    },
    model: written.model ?? null,
    gazetteer: toGazetteer(written.gazetteer),
    decisions: written.decisions ?? null,
    auditLog: written.audit_log ?? null,
    onFinish: toOnFinish(written),
    ...(written.engine === undefined ? {} : { cluster: toCluster(written.engine.trino) }),
  };
}

function toGazetteer(written: WrittenPipeline['gazetteer']): readonly Gazetteer[] {
  return (written === undefined ? [] : [written].flat()).map((one) =>
    typeof one === 'string' ? { file: one, within: '' } : { file: one.file, within: one.within ?? '' },
  );
}

function toCluster(written: NonNullable<WrittenPipeline['engine']>['trino']): ClusterSpec {
  const { url, user, catalog, schema, shared, location } = written;
  return {
    url,
    user,
    catalog,
    schema,
    shared,
    location: location ?? 'local:///',
    passwordFile: written.password_file ?? null,
    tokenFile: written.token_file ?? null,
    caFile: written.ca_file ?? null,
  };
}

function toOnFinish({ on_finish: command, on_finish_seconds: seconds }: WrittenPipeline): OnFinish | null {
  if (command === undefined) return null;
  const [program, ...rest] = listOf(command);
  return { command: [program!, ...rest], seconds: seconds ?? DEFAULT_ON_FINISH_SECONDS };
}

function toLists(
  written: Readonly<Record<string, string | readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(written).map(([key, values]) => [key, [values].flat()]));
}

function toReviewers(written: NonNullable<WrittenPipeline['review']>['reviewers']): ReviewerRule {
  if (written === undefined) return null;
  return typeof written === 'string' ? { pattern: written } : { codes: written.map(String) };
}

export function toInput(id: string, input: WrittenInput, limit: number): InputSpec {
  const files = listOf(input.file);
  const reading = toReading(input);
  return {
    id,
    files,
    format: input.format ?? (input.layout ? 'fixed' : formatOf(files[0] ?? '')),
    encoding: ENCODINGS[(input.encoding ?? 'utf-8').toLowerCase()] ?? 'utf-8',
    layout: input.layout ?? null,
    columns: Object.fromEntries(
      Object.entries(input.columns).flatMap(([item, column]) =>
        column === undefined ? [] : [[item, toColumn(column as WrittenColumn)]],
      ),
    ),
    maxRejectShare: input.max_reject_share ?? limit,
    ...(Object.keys(reading).length > 0 ? { reading } : {}),
  };
}

export function toLink(id: string, link: WrittenLink, limit: number): Omit<LinkSpec, 'maxUnknownShare'> {
  const title = typeof link.title === 'string' ? { ja: link.title, en: link.title } : link.title;
  return {
    ...toInput(id, link, limit),
    title: { ja: title?.ja ?? title?.en ?? id, en: title?.en ?? title?.ja ?? id },
    via: link.via ?? 'my_number',
    onePerResident: link.one_per_resident ?? false,
    onePerRecord: link.one_per_record ?? false,
  };
}

function toReading(input: WrittenInput): ReadingOptions {
  return {
    ...(input.delimiter === undefined ? {} : { delimiter: input.delimiter }),
    ...(input.header === undefined ? {} : { header: input.header }),
    ...(input.skip_rows === undefined ? {} : { skipRows: input.skip_rows }),
    ...(input.sheet === undefined ? {} : { sheet: input.sheet }),
    ...(input.record_length === undefined ? {} : { recordLength: input.record_length }),
    ...(input.data_records === undefined ? {} : { dataRecords: input.data_records }),
  };
}

function toColumn(column: WrittenColumn): ColumnSpec {
  if (typeof column === 'string' || Array.isArray(column)) return { from: listOf(column), format: null };
  const { column: from, format, codes } = column;
  return { from: listOf(from), format: format ?? null, ...(codes === undefined ? {} : { codes }) };
}

/** The format a file's name suggests: CSV unless it says otherwise. */
function formatOf(file: string): InputFormat {
  const ending = /\.(\w+)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  return (
    namesOf(INPUT_FORMATS).find((id) => INPUT_FORMATS[id].endings.some((each) => each === ending)) ?? 'csv'
  );
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
