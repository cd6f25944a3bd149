import type { ComponentChildren } from 'preact';
import type { AuditResult, SourceSummary } from '../result.js';
import { count } from './frame.js';
import { Say } from './page.js';

/** Sums over the sources. */
export interface Totals {
  readonly accepted: number;
  readonly rejected: number;
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly U: number;
}

export function totals(sources: readonly SourceSummary[]): Totals {
  const sum = (pick: (source: SourceSummary) => number) =>
    sources.reduce((all, source) => all + pick(source), 0);
  return {
    accepted: sum((source) => source.accepted),
    rejected: sum((source) => source.rejected),
    A: sum((source) => source.A),
    B: sum((source) => source.B),
    C: sum((source) => source.C),
    U: sum((source) => source.U),
  };
}

export function Figures({
  all,
  result,
  per10000,
}: {
  readonly all: Totals;
  readonly result: AuditResult;
  readonly per10000: number;
}) {
  const review = result.review;
  const judged = review ? review.confirmedWrong + review.confirmedRight : 0;
  return (
    <dl class="figures">
      <Figure ja="点検件数" en="Links checked" value={count(all.accepted)}>
        <Say
          ja={`一致 ${count(all.A)}・説明可能 ${count(all.B)}`}
          en={`${count(all.A)} agree, ${count(all.B)} explained`}
        />
      </Figure>
      <Figure ja="点検できなかった件数" en="Could not be checked" value={count(all.rejected + all.U)}>
        <Say
          ja={`読込不可 ${count(all.rejected)}・判定不能 ${count(all.U)}`}
          en={`${count(all.rejected)} unreadable, ${count(all.U)} undecidable`}
        />
      </Figure>
      <Figure ja="要確認" en="To be checked" value={count(all.C)} />
      <Figure ja="誤り確定" en="Confirmed wrong" value={count(review?.confirmedWrong ?? 0)}>
        {judged > 0 && review ? (
          <Say
            ja={`判断済みの ${((review.confirmedWrong / judged) * 100).toFixed(0)} %`}
            en={`${((review.confirmedWrong / judged) * 100).toFixed(0)} % of those decided`}
          />
        ) : null}
      </Figure>
      <Figure ja="未判断" en="Undecided" value={count(review?.pending ?? all.C)}>
        {review ? (
          <Say
            ja={`保留 ${count(review.onHold)}・判断不一致 ${count(review.disagreements)}`}
            en={`${count(review.onHold)} on hold, ${count(review.disagreements)} disagree`}
          />
        ) : null}
      </Figure>
      <Figure ja="1万件あたり" en="In 10,000" value={per10000.toFixed(2)}>
        {review?.sample ? (
          <Say
            ja={`見逃しは多くて ${review.sample.upperPer10000.toFixed(1)} 件(95 %)`}
            en={`at most ${review.sample.upperPer10000.toFixed(1)} missed (95 %)`}
          />
        ) : null}
      </Figure>
    </dl>
  );
}

function Figure(props: {
  readonly ja: string;
  readonly en: string;
  readonly value: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div>
      <dt>
        <Say ja={props.ja} en={props.en} />
      </dt>
      <dd>
        {props.value}
        <small>{props.children}</small>
      </dd>
    </div>
  );
}
