import type { DecisionCode } from '../audit/case.js';
import type { Choices } from '../audit/decision.js';
import type { FactItem } from '../audit/items.js';
import type { LinkSpec } from '../audit/pipeline-file.js';
import type { Bilingual } from '../text/bilingual.js';

/**
 * A kind of finding. Its query gives (lid, group_key): the links concerned, and a text that those which belong
 * together share (NULL when a finding stands alone). Tables: links, residents, verdicts, levels, graded_wrong, swap_cycles.
 */
export interface FindingKind {
  readonly id: string;
  readonly title: Bilingual;
  /** The conclusion as a sentence for the reviewer: facts, not verdicts. `{key}` stands for what ties the source: a number, or the key of residents. */
  readonly headline: Bilingual;
  /**
   * What the reviewer does next, and which decision says what came of it; one line of the page. `{whose}` and `{number}` stand for what
   * there is to look at (`result/originals.ts`).
   */
  readonly next: Bilingual;
  readonly severity: 'high' | 'medium' | 'low';
  /** What a case of the kind may be decided to be, by the keys 1 to 5. */
  readonly choices: Choices;
  /** Answers of a link that pages and tables of earlier versions offered of it, too: files of then go on being read. */
  readonly formerly?: readonly DecisionCode[];
  /**
   * Of these the ones that may be taken on many cases in one act without a look at each: they put something right that the
   * register or the issuer says of each case alike, and no two people are compared. A case may wait in any kind.
   */
  readonly inBulk: readonly DecisionCode[];
  /** Items shown of everybody on the page beside those that are compared, the most telling first. */
  readonly facts: readonly FactItem[];
  /** The link itself is wrong: it has a cause, and counts as 紐付け誤り once confirmed. */
  readonly isWrongLink: boolean;
  /**
   * Asks whether the record is the linked resident's. Kinds that do differ in the answer that is likeliest tonight: one
   * case, which a model learned anew must not take for another.
   */
  readonly asksWhoseRecord: boolean;
  /** The linked resident may see what is another person's: access is to be suspended until it is settled. */
  readonly showsAnother: boolean;
  /** Query for the sources of a run, or null when none of them can have it (or it is about the register). */
  readonly sql: (sources: readonly LinkSpec[]) => string | null;
  /** The tables that it reads, where the query is of register size and written in what either engine knows (docs/cluster.md). */
  readonly reads?: readonly string[];
}

/** Places (`src`) of the sources for which `has` holds, as an SQL list; null when there are none. */
export function sourcesWith(sources: readonly LinkSpec[], has: (source: LinkSpec) => boolean): string | null {
  const places = sources.flatMap((source, src) => (has(source) ? [src] : []));
  return places.length > 0 ? places.join(', ') : null;
}
