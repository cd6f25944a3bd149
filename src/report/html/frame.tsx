import type { AuditResult } from '../../audit/result.js';
import { LanguageSwitch, Say } from './page.js';

/** A count as it is read aloud: 12,345. */
export const count = (value: number) => value.toLocaleString('ja');

export function SummaryTop({ result }: { readonly result: AuditResult }) {
  return (
    <header class="top">
      <p class="brand">
        <strong>
          <Say ja="紐付け点検の結果" en="Results of the link audit" />
        </strong>
        <span>{result.run.pipeline}</span>
        <span class="quiet">
          <Say ja="基準日" en="As of" /> {result.run.asOf}
        </span>
      </p>
      <p class="tools screen pages">
        <a href="index.html">
          <Say ja="全体" en="Overview" />
        </a>
        <a href="all/index.html">
          <Say ja="全機関の一覧" en="All cases" />
        </a>
        <a href="quality.html">
          <Say ja="データ品質" en="Data quality" />
        </a>
        <a href="model.html">
          <Say ja="モデル" en="Model" />
        </a>
        <a href="all/guide.html">
          <Say ja="使い方" en="How to use" />
        </a>
        {/* `evaluate` shows it, in the pages that stand, once there is such a page. */}
        <a href="evaluation.html" hidden>
          <Say ja="評価" en="Evaluation" />
        </a>
        <LanguageSwitch />
      </p>
    </header>
  );
}

const HIDDEN_LINK = '<a href="evaluation.html" hidden>';

/** A page with the evaluation in its menu; as it is where it has no menu. */
export function withEvaluation(page: string): string {
  return page.replace(HIDDEN_LINK, HIDDEN_LINK.replace(' hidden', ''));
}

export function PaperFoot({ runId }: { readonly runId: string }) {
  return (
    <footer class="paper-foot">
      <span>
        <Say ja="この回" en="Run" /> {runId}
      </span>
      <strong>
        <Say ja="取扱注意" en="Confidential: personal data" />
      </strong>
    </footer>
  );
}

/** Head of a column; numbers stand to the right. */
export function Head({
  ja,
  en,
  number,
}: {
  readonly ja: string;
  readonly en: string;
  readonly number?: boolean;
}) {
  return (
    <th scope="col" class={number ? 'number' : undefined}>
      <Say ja={ja} en={en} />
    </th>
  );
}
