import type { ComponentChildren } from 'preact';
import type { AuditResult } from '../../../audit/result.js';
import type { ReviewCounts, SourceSummary } from '../../../audit/summary.js';
import { PROGRESS } from '../../../audit/words.js';
import { linksLeft } from '../../count-table.js';
import { count } from '../frame.js';
import { Explain, type Term } from '../glossary.js';
import { Say, T } from '../page.js';
import { FigureLink, Linked, type OverviewProps } from './overview.js';

/** Sums over the sources. */
export type Totals = Pick<SourceSummary, 'accepted' | 'rejected' | 'A' | 'B' | 'C' | 'U'>;

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

type FiguresProps = OverviewProps & { readonly all: Totals; readonly per10000: number };

/**
 * The six numbers on top, each with what it counts: links are counted in 件, cases (事案) are the links in doubt and the others
 * together; those not decided are part of them.
 */
export function Figures({ all, per10000, ...props }: FiguresProps) {
  const { review } = props.result;
  const cases = allCases(props.result);
  return (
    <dl class="figures">
      <Figure term="checked" ja="点検件数" en="Links checked" value={count(all.accepted)}>
        <Say
          ja={`一致\u00a0${count(all.A)}・説明可能\u00a0${count(all.B)}・要確認\u00a0${count(all.C)}・判定不能\u00a0${count(all.U)}`}
          en={`${count(all.A)} agree, ${count(all.B)} explained, ${count(all.C)} to check, ${count(all.U)} undecidable`}
        />
      </Figure>
      <Figure
        term="unchecked"
        ja="点検できなかった件数"
        en="Could not be checked"
        value={<Linked value={all.rejected + all.U} href="unchecked.html" />}
      >
        <Say
          ja={`読込不可 ${count(all.rejected)}・判定不能 ${count(all.U)}`}
          en={`${count(all.rejected)} unreadable, ${count(all.U)} undecidable`}
        />
      </Figure>
      <Figure
        term="doubt"
        ja="要確認の紐付け"
        en="Links to be checked"
        value={<FigureLink {...props} id="link" value={all.C} />}
      >
        <Say ja="その他の要確認" en="Other cases" />{' '}
        <FigureLink {...props} id="other" value={cases - all.C} />{' '}
        <Say ja={`（合わせて事案 ${count(cases)} 件）`} en={`(${count(cases)} cases in all)`} />
      </Figure>
      <Figure
        ja="誤り確定の紐付け"
        en="Links confirmed wrong"
        value={<FigureLink {...props} id="closed-wrong" value={review?.confirmedWrong ?? 0} />}
      >
        <ShareWrong review={review} />
      </Figure>
      <Figure
        term="cases"
        ja="未判断の事案"
        en="Cases undecided"
        value={<FigureLink {...props} id="pending" value={review?.pending ?? cases} />}
      >
        <Waiting {...props} cases={cases} />
      </Figure>
      <Figure term="rate" ja="1万件あたり要確認" en="To check in 10,000" value={per10000.toFixed(2)}>
        {review?.sample && (
          <>
            <Missed {...review.sample} /> <Explain term="missed" />
          </>
        )}
      </Figure>
    </dl>
  );
}

/** Of fewer judged links the bound says nothing: above 3 in 100, though none was wrong. */
const FEWEST_JUDGED = 100;

function Missed({ reviewed, upperPer10000 }: NonNullable<ReviewCounts['sample']>) {
  return reviewed < FEWEST_JUDGED ? (
    <Say
      ja={`抽出点検は ${count(reviewed)} 件を判断済み（見逃しを推定するにはまだ少なすぎます）`}
      en={`${count(reviewed)} of the blind sample judged: too few to say what was missed`}
    />
  ) : (
    <Say
      ja={`見逃しは多くて ${upperPer10000.toFixed(1)} 件（95 %、抽出点検 ${count(reviewed)} 件から）`}
      en={`at most ${upperPer10000.toFixed(1)} missed (95 %, from ${count(reviewed)} judged)`}
    />
  );
}

/** All findings of the run. */
export function allCases(result: AuditResult): number {
  return result.organisations.reduce((sum, { findings }) => sum + findings, 0);
}

function ShareWrong({ review }: { readonly review: ReviewCounts | undefined }) {
  const judged = review ? review.confirmedWrong + review.confirmedRight : 0;
  if (!review || judged === 0) return null;
  const share = ((review.confirmedWrong / judged) * 100).toFixed(0);
  return (
    <Say
      ja={`確定 ${count(judged)} 件中 ${count(review.confirmedWrong)} 件（${share} %）`}
      en={`${count(review.confirmedWrong)} of ${count(judged)} confirmed either way (${share} %)`}
    />
  );
}

/** What the undecided wait for; the queues that are empty are left out. */
function Waiting({ cases, ...props }: OverviewProps & { readonly cases: number }) {
  const { review } = props.result;
  const pending = review?.pending ?? cases;
  const links = linksLeft(props.result);
  const queues = [
    ['second-needed', review?.secondNeeded ?? 0],
    ['disagreement', review?.disagreements ?? 0],
    ['on-hold', review?.onHold ?? 0],
    ['reopened', review?.reopened ?? 0],
  ] as const;
  const filled = queues.filter(([, value]) => value > 0);
  return (
    <>
      <Say
        ja={`紐付け ${count(links)}・その他 ${count(pending - links)}（済 ${count(cases - pending)} / ${count(cases)}）`}
        en={`${count(links)} links, ${count(pending - links)} others (${count(cases - pending)} of ${count(cases)} done)`}
      />
      {filled.map(([id, value]) => (
        <span key={id} class="queue">
          <T text={PROGRESS[id]} /> <FigureLink {...props} id={id} value={value} />
        </span>
      ))}
    </>
  );
}

function Figure(props: {
  readonly term?: Term;
  readonly ja: string;
  readonly en: string;
  readonly value: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  return (
    <div>
      <dt>
        <Say ja={props.ja} en={props.en} /> {props.term && <Explain term={props.term} />}
      </dt>
      <dd>
        {props.value}
        <small>{props.children}</small>
      </dd>
    </div>
  );
}
