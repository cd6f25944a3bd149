import { each } from '../engine/columns.js';
import {
  ADDRESS_WORDS,
  ASKING_LINKS,
  FIRST_SOUNDS,
  GIVEN_BEARERS,
  HEARD,
  HEARD_WORDS,
  KANA_SPELLINGS,
  KEY_SLIPS,
  LABELS,
  LATER_HOUSES,
  LATIN_BEARERS,
  levelTables,
  NAMESAKES,
  NUMBER_SLIPS,
  type PairedLevels,
  PLACE_CHANGES,
  pairTable,
  RENAMINGS,
  RIVALS,
  SERIAL_NEIGHBOURS,
  SUSPECTS,
  UNREAD_BEARERS,
} from './compared.js';
import { DICTIONARIES, keyDictionary } from './dictionaries.js';
import {
  BLIND_SAMPLE,
  CASE_BEARERS,
  CASE_HEADS,
  CASE_LINKS,
  CASE_RECORDS,
  CASE_RELATED,
  CASE_RESIDENTS,
  CASES,
  EVIDENCE_ROWS,
  FINDING_HITS,
  FINDINGS,
  GRADED_WRONG,
  SAMPLE_HITS,
  SWAP_CYCLES,
} from './found.js';
import { LINKS, OWNERS, PREPARED, RESIDENTS } from './people.js';
import { REJECTS, rawTable } from './read-files.js';
import type { Table } from './table.js';
import {
  BESIDE,
  CLUSTERED,
  CLUSTERS,
  frequencyTable,
  HOLDERS,
  HYPOTHESES,
  NAME_CHANGERS,
  SUSPECT_VERDICTS,
  VERDICTS,
} from './weighed.js';

/** What comparisons bring to the tables: a column of levels each, tables of pairs, key columns, keys by which names are counted. */
export interface Brought {
  readonly levels: readonly string[];
  readonly pairs: readonly { readonly id: string; readonly levels: readonly string[] }[];
  readonly keys: readonly string[];
  readonly names: readonly string[];
}

/** Every table that a run may leave, in the order in which they are made. */
export function allTables({ levels, pairs, keys, names }: Brought): readonly Table[] {
  const { LEVELS, PATTERN_ODDS, RIVAL_LEVELS, BESIDE_LEVELS } = levelTables(levels);
  const pairsOf = (of: PairedLevels) => pairs.map(({ id, levels }) => pairTable(of, id, levels));
  const tables: readonly Table[] = [
    rawTable('<input>', []),
    REJECTS,
    ...DICTIONARIES,
    ...keys.map(keyDictionary),
    ...OWNERS,
    RESIDENTS,
    LINKS,
    PREPARED,
    ...pairsOf('levels'),
    LEVELS,
    ASKING_LINKS,
    PLACE_CHANGES,
    RENAMINGS,
    NAMESAKES,
    LABELS,
    ...pairsOf('random_levels'),
    GIVEN_BEARERS,
    PATTERN_ODDS,
    FIRST_SOUNDS,
    SUSPECTS,
    NUMBER_SLIPS,
    KEY_SLIPS,
    SERIAL_NEIGHBOURS,
    ADDRESS_WORDS,
    LATER_HOUSES,
    KANA_SPELLINGS,
    UNREAD_BEARERS,
    HEARD_WORDS,
    LATIN_BEARERS,
    RIVALS,
    ...pairsOf('rival_levels'),
    RIVAL_LEVELS,
    HEARD,
    ...names.map(frequencyTable),
    NAME_CHANGERS,
    HOLDERS,
    BESIDE,
    CLUSTERS,
    CLUSTERED,
    SUSPECT_VERDICTS,
    HYPOTHESES,
    VERDICTS,
    GRADED_WRONG,
    SWAP_CYCLES,
    FINDING_HITS,
    SAMPLE_HITS,
    FINDINGS,
    BLIND_SAMPLE,
    EVIDENCE_ROWS,
    CASES,
    CASE_HEADS,
    CASE_RELATED,
    CASE_LINKS,
    BESIDE_LEVELS,
    CASE_BEARERS,
    CASE_RESIDENTS,
    CASE_RECORDS,
  ];
  return tables.map((table) => ('keys' in table.columns ? withKeys(table, keys) : table));
}

function withKeys(table: Table, keys: readonly string[]): Table {
  return { ...table, columns: { ...table.columns, keys: each('text?', keys) } };
}
