import type { Shown } from '../audit/shown.js';
import type { Engine } from '../engine/engine.js';
import { type Explanation, explain } from '../result/explain.js';
import type { KeyList, LinkExplanation, ListedLink } from './evaluation.js';

/** Links of a list that are explained: enough to see what is going on, and each takes a search of the working data. */
const EXPLAINED = 25;
const CANDIDATES = 5;

/** Adds to the first links of a list what `explain` says of them. Reads the working tables of the run. */
export async function withExplanations(
  engine: Engine,
  runDir: string,
  sources: readonly string[],
  list: KeyList,
): Promise<KeyList> {
  const links: ListedLink[] = [];
  for (const [place, link] of list.links.entries()) {
    const explanation = place < EXPLAINED ? await explanationOf(engine, runDir, sources, link) : undefined;
    links.push(explanation === undefined ? link : { ...link, explanation });
  }
  return { ...list, links };
}

async function explanationOf(
  engine: Engine,
  runDir: string,
  sources: readonly string[],
  { source, record_id, resident_id }: ListedLink,
): Promise<LinkExplanation | null> {
  const found = await explain(engine, runDir, sources, `${source}:${record_id}`);
  const own = found.find(({ residentId }) => residentId === resident_id);
  return own ? withoutItems(own) : null;
}

function withoutItems({ evidence, total, candidates }: Shown<Explanation>): LinkExplanation {
  return {
    evidence: evidence.map(({ item, title, level, weight, text }) => ({ item, title, level, weight, text })),
    total,
    candidates: candidates.slice(0, CANDIDATES).map(({ residentId, probability, why, levels }) => ({
      resident_id: residentId!,
      probability,
      why,
      levels: Object.values(levels).map(({ text }) => text),
    })),
  };
}
