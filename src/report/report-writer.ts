import type { AuditResult } from '../audit/result.js';
import type { CasePart, ShownCase, ShownParts } from '../audit/shown.js';

/**
 * Writes files of a report format. It goes once through the cases of every organisation, in the order of the result, and says
 * what it may show of a case: nothing else is handed to it, so that a part that is added to cases is shown by no format that
 * does not name it.
 */
export interface ReportWriter {
  readonly shows: readonly CasePart[] | 'the whole case';
  readonly write: (result: AuditResult, outDir: string) => Promise<void>;
}

/** A writer that is handed these parts of each case. */
export function reportWriter<const K extends CasePart>(
  shows: readonly K[],
  write: (result: AuditResult<ShownParts<K>>, outDir: string) => Promise<void>,
): ReportWriter {
  return { shows, write: (result, outDir) => write(withParts(result, shows), outDir) };
}

function withParts<K extends CasePart>(result: AuditResult, shows: readonly K[]): AuditResult<ShownParts<K>> {
  return {
    ...result,
    async *cases(organisation) {
      for await (const batch of result.cases(organisation)) yield partsOfAll(batch, shows);
    },
  };
}

/** Cases by the parts of which they are handed out, while they are in memory: writers that show the same get the same. */
const handedOut = new WeakMap<readonly ShownCase[], Map<readonly CasePart[], readonly object[]>>();

function partsOfAll<K extends CasePart>(
  batch: readonly ShownCase[],
  shows: readonly K[],
): readonly ShownParts<K>[] {
  const known = handedOut.get(batch) ?? new Map<readonly CasePart[], readonly object[]>();
  const parts = known.get(shows) ?? batch.map((item) => partsOf(item, shows));
  handedOut.set(batch, known.set(shows, parts));
  return parts as readonly ShownParts<K>[];
}

function partsOf<K extends CasePart>(item: ShownCase, shows: readonly K[]): ShownParts<K> {
  const parts: Partial<Record<CasePart, unknown>> = {};
  for (const part of shows) parts[part] = item[part];
  return parts as ShownParts<K>;
}
