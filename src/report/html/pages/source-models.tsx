import type { SourceModelView } from '../../../audit/model-view.js';
import type { AuditResult } from '../../../audit/result.js';
import { sourceTitle } from '../../text/names.js';
import { ConvergenceChart } from '../charts/model-charts.js';
import { count, Head } from '../frame.js';
import { Explain } from '../glossary.js';
import { Say, T } from '../page.js';

/** What was learned of each source: from how much, how wrong, how it converged, and the figures behind the charts. */
export function SourceModels({ result }: { readonly result: AuditResult }) {
  const sources = Object.entries(result.model.sources);
  return (
    <section>
      <h2>
        <Say ja="事務ごとの学習" en="What was learned, by source" /> <Explain term="convergence" />
      </h2>
      <div class="charts">
        {sources.map(([source, model]) => (
          <section key={source} class="source-model">
            <h3>
              <T text={sourceTitle(result, source)} />
            </h3>
            <Learned model={model} isFrozen={result.run.frozenModel !== undefined} />
            <ConvergenceChart model={model} />
          </section>
        ))}
      </div>
      {sources.map(([source, model]) => (
        <details key={source} class="folded">
          <summary>
            <Say ja="数値の表: " en="The figures: " />
            <T text={sourceTitle(result, source)} />
          </summary>
          <FigureTable model={model} />
        </details>
      ))}
    </section>
  );
}

/** The line of the chart ends before rivals are weighed: with what is learned of them the estimate is another. */
function Learned({ model, isFrozen }: { readonly model: SourceModelView; readonly isFrozen: boolean }) {
  const { links, wrongRate, convergence = [] } = model;
  const before = convergence.length > 1 ? inTenThousand(convergence.at(-1)!) : null;
  const after = inTenThousand(wrongRate);
  const line =
    before === null || before === after
      ? { ja: '', en: '' }
      : {
          ja: `（候補を比べた後。比べる前は ${before} 件で、下の線はそこまで）`,
          en: ` once rivals were weighed (${before} before that, where the line below ends)`,
        };
  return (
    <p class="quiet">
      <Say
        ja={`${count(links)} 件から${isFrozen ? '以前に' : ''}学習。誤りの推定割合 1万件あたり ${after} 件${line.ja}`}
        en={`Learned ${isFrozen ? 'earlier ' : ''}from ${count(links)} links; estimated ${after} wrong in 10,000${line.en}`}
      />
    </p>
  );
}

const inTenThousand = (rate: number) => (rate * 10_000).toFixed(2);

/** All levels with their parameters, those of no link too. */
function FigureTable({ model }: { readonly model: SourceModelView }) {
  return (
    <div class="scroll">
      <table class="dense">
        <thead>
          <tr>
            <Head ja="項目" en="Item" />
            <Head ja="水準" en="Level" />
            <Head ja="重み" en="Weight" number />
            <Head ja="m" en="m" number />
            <Head ja="u" en="u" number />
            <Head ja="件数" en="Links" number />
          </tr>
        </thead>
        <tbody>
          {model.comparisons.flatMap(({ comparison, title, levels }) =>
            levels.map((level) => (
              <tr key={`${comparison} ${level.level}`}>
                <td>
                  <T text={title} />
                </td>
                <td>
                  <T text={level.title} />
                </td>
                <td class="number">{level.weight.toFixed(2)}</td>
                <td class="number">{small(level.m)}</td>
                <td class="number">{small(level.u)}</td>
                <td class="number">{count(level.count)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

function small(share: number): string {
  return share === 0 ? '0' : share < 0.0001 ? share.toExponential(1) : share.toFixed(4);
}
