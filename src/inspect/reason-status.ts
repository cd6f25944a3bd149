import { foldName, hepburn } from '../audit/fold-name.js';
import type { Sample } from '../ingest/reader.js';
import { vitality } from '../normalize/status.js';
import { LIKELY } from './candidate.js';
import type { InspectedColumn, ProposedItem } from './inspection.js';
import { inOrder } from './proposed-items.js';
import { columnSpecs } from './sample-values.js';
import { unknownCodes } from './unknown-codes.js';
import { withCodes } from './with-codes.js';

/** Reasons for which people left, of those who left alone; and reasons of any change. */
const OF_END =
  /^(減(異動)?|除票|消除|消除異動|転出死亡|(gen|johyo|shojo)_?(ido_?)?)(の)?_?(事由|理由|jiyu)_?(名称?|コード|cd|code|kbn|区分)?$/;
const OF_CHANGE =
  /^(最終|直近|last_?)?(異動|ido|idou)_?(事由|理由|jiyu|jiyuu)_?(名称?|コード|cd|code|kbn|区分)?$/;
/** That somebody is gone is told by its reason; what the last change was is that of most who are gone. */
const OF_END_SURE = 0.75;
const OF_CHANGE_SURE = 0.6;

/**
 * Where no column of a register is called a status, the reason for which people left tells who has died or moved away: in words, or in codes whose
 * meaning the folder or the columns beside it tell.
 *
 * @param path the file.
 */
export async function withReason(
  columns: readonly InspectedColumn[],
  mapping: readonly ProposedItem[],
  sample: Sample,
  path: string,
): Promise<readonly ProposedItem[]> {
  if (mapping.some(({ item, confidence }) => item === 'status' && confidence >= LIKELY)) return mapping;
  const others = mapping.filter(({ item }) => item !== 'status');
  for (const reason of reasonsAsStatus(columns, others)) {
    const profile = columns.find(({ name }) => name === reason.columns[0])?.profile;
    if (profile?.status === 'ends') return inOrder([...others, reason], true);
    const [coded] = await withCodes('register', columns, [reason], [sample], path);
    const isTold = Object.values(coded?.codes ?? {}).some((word) => vitality(word) !== 'active');
    const left = unknownCodes({ columns: columnSpecs([coded!]) }, [sample]);
    if (isTold && left.length === 0) return inOrder([...others, reason], true);
  }
  return mapping;
}

/** Those that only people who left have come first. */
function reasonsAsStatus(
  columns: readonly InspectedColumn[],
  mapping: readonly ProposedItem[],
): readonly ProposedItem[] {
  const used = new Set(mapping.flatMap(({ columns: from }) => from));
  const free = columns.filter(({ name, profile }) => !used.has(name) && profile.type !== 'empty');
  const called = (pattern: RegExp) =>
    free.filter(({ name, label }) => {
      const folded = foldName(label ?? name);
      return pattern.test(folded) || pattern.test(hepburn(folded));
    });
  const asStatus = (confidence: number) => (column: InspectedColumn) => ({
    item: 'status' as const,
    columns: [column.name],
    format: null,
    confidence,
  });
  return [...called(OF_END).map(asStatus(OF_END_SURE)), ...called(OF_CHANGE).map(asStatus(OF_CHANGE_SURE))];
}
