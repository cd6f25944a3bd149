import type { StageName } from '../audit/stage-name.js';

/** Who makes a table and which later stages read it; `explain` and `evaluate` may read any. */
interface StagesOfTable {
  readonly writtenBy: StageName;
  readonly readBy: readonly StageName[];
}

/**
 * Which stage writes and which stages read each table, in the order in which they are made; `<…>` stands for any ending. It is
 * the one list: the schemas, the stages of `pipeline/stages.ts` and the matrix of docs/architecture.md take it from here, and
 * `test/pipeline/stages.test.ts` watches every statement of a run to see that it is so.
 */
export const STAGES_OF_TABLES = {
  'raw_<input>': { writtenBy: 'ingest', readBy: ['check', 'normalize'] },
  rejects: { writtenBy: 'ingest', readBy: ['report'] },
  'dict_<kind>': { writtenBy: 'normalize', readBy: [] },
  'owner_<tie>': { writtenBy: 'normalize', readBy: ['rivals', 'score'] },
  residents: { writtenBy: 'normalize', readBy: ['verify', 'learn', 'rivals', 'score', 'findings', 'report'] },
  links: { writtenBy: 'normalize', readBy: ['verify', 'learn', 'rivals', 'score', 'findings', 'report'] },
  prepared_inputs: { writtenBy: 'normalize', readBy: [] },
  'pair_levels_<item>': { writtenBy: 'verify', readBy: [] },
  levels: { writtenBy: 'verify', readBy: ['learn', 'rivals', 'score', 'findings', 'report'] },
  asking_links: { writtenBy: 'verify', readBy: [] },
  place_changes: { writtenBy: 'verify', readBy: ['rivals'] },
  renamings: { writtenBy: 'verify', readBy: ['rivals', 'report'] },
  namesakes: { writtenBy: 'learn', readBy: ['rivals', 'score', 'findings'] },
  labels: { writtenBy: 'learn', readBy: ['score'] },
  'pair_random_levels_<item>': { writtenBy: 'learn', readBy: [] },
  given_bearers: { writtenBy: 'rivals', readBy: ['report'] },
  pattern_odds: { writtenBy: 'rivals', readBy: ['score'] },
  first_sounds: { writtenBy: 'rivals', readBy: [] },
  suspects: { writtenBy: 'rivals', readBy: ['score', 'findings'] },
  number_slips: { writtenBy: 'rivals', readBy: [] },
  key_slips: { writtenBy: 'rivals', readBy: [] },
  serial_neighbours: { writtenBy: 'rivals', readBy: [] },
  address_words: { writtenBy: 'rivals', readBy: [] },
  later_houses: { writtenBy: 'rivals', readBy: [] },
  kana_spellings: { writtenBy: 'rivals', readBy: [] },
  unread_bearers: { writtenBy: 'rivals', readBy: [] },
  heard_words: { writtenBy: 'rivals', readBy: [] },
  latin_bearers: { writtenBy: 'rivals', readBy: [] },
  rivals: { writtenBy: 'rivals', readBy: ['score', 'findings', 'report'] },
  'pair_rival_levels_<item>': { writtenBy: 'rivals', readBy: [] },
  rival_levels: { writtenBy: 'rivals', readBy: ['score', 'findings', 'report'] },
  heard: { writtenBy: 'rivals', readBy: ['score', 'findings'] },
  'frequency_<key>': { writtenBy: 'score', readBy: ['findings'] },
  name_changers: { writtenBy: 'score', readBy: ['findings'] },
  holders: { writtenBy: 'score', readBy: [] },
  beside: { writtenBy: 'score', readBy: [] },
  clusters: { writtenBy: 'score', readBy: ['findings'] },
  clustered: { writtenBy: 'score', readBy: ['findings'] },
  suspect_verdicts: { writtenBy: 'score', readBy: ['findings'] },
  hypotheses: { writtenBy: 'score', readBy: ['findings', 'report'] },
  verdicts: { writtenBy: 'score', readBy: ['findings', 'report'] },
  graded_wrong: { writtenBy: 'findings', readBy: [] },
  swap_cycles: { writtenBy: 'findings', readBy: [] },
  finding_hits: { writtenBy: 'findings', readBy: [] },
  sample_hits: { writtenBy: 'findings', readBy: [] },
  findings: { writtenBy: 'findings', readBy: ['report'] },
  blind_sample: { writtenBy: 'findings', readBy: ['report'] },
  evidence_rows: { writtenBy: 'findings', readBy: ['report'] },
  cases: { writtenBy: 'report', readBy: [] },
  case_heads: { writtenBy: 'report', readBy: [] },
  case_related: { writtenBy: 'report', readBy: [] },
  case_links: { writtenBy: 'report', readBy: [] },
  case_beside: { writtenBy: 'report', readBy: [] },
  case_bearers: { writtenBy: 'report', readBy: [] },
  case_residents: { writtenBy: 'report', readBy: [] },
  case_records: { writtenBy: 'report', readBy: [] },
} as const satisfies Readonly<Record<string, StagesOfTable>>;

/** Name of a table, or of those of a kind. */
export type TableName = keyof typeof STAGES_OF_TABLES;

export const TABLE_NAMES = Object.keys(STAGES_OF_TABLES) as readonly TableName[];

export function stagesOf(table: TableName): StagesOfTable {
  return STAGES_OF_TABLES[table];
}

/** The tables that a stage reads of earlier ones, and those that it leaves; those of a kind by their common name. */
export function touchedBy(stage: StageName): {
  readonly reads: readonly TableName[];
  readonly writes: readonly TableName[];
} {
  return {
    reads: TABLE_NAMES.filter((name) => stagesOf(name).readBy.includes(stage)),
    writes: TABLE_NAMES.filter((name) => stagesOf(name).writtenBy === stage),
  };
}
