import { T } from '../../report/html/page.js';
import { fill } from '../../text/bilingual.js';
import { blockingLine } from '../blocking-line.js';
import type { BlockingEvaluation } from '../evaluation.js';
import { blockingMissTable, blockingTable, ruleTable } from '../tables.js';
import { Table } from './page-table.js';
import { WORDS } from './words.js';

/** Was the rightful resident among the rivals, which rule found whom, and who was missed. */
export function BlockingSection({ blocking }: { readonly blocking: BlockingEvaluation | null }) {
  if (blocking === null) {
    return (
      <p class="quiet">
        <T text={WORDS.blockingPurged} />
      </p>
    );
  }
  const { total, links } = blocking.missed;
  return (
    <>
      <Table {...blockingTable(blocking)} />
      <p class="quiet">
        <T text={WORDS.blockingCaption} />
      </p>
      <p>
        <T text={blockingLine(blocking)} />
      </p>
      <Table {...ruleTable(blocking)} />
      <Table {...blockingMissTable(blocking)} />
      {total > links.length && (
        <p>
          <T text={fill(WORDS.more, { n: total - links.length })} />
        </p>
      )}
    </>
  );
}
