import type { AuditResult } from '../../../audit/result.js';
import type { ModelChange, MovedWeight } from '../../../audit/summary.js';
import { sourceTitle } from '../../text/names.js';
import { count, Head } from '../frame.js';
import { Say, T } from '../page.js';

/** One sentence on the executive page where the model is not that of the run before. */
export function ModelChangeNote({ result }: { readonly result: AuditResult }) {
  const change = result.summary.model_change;
  if (!change) return null;
  return (
    <p class="pages">
      <strong>
        <Say ja="判定のモデルが前回から変わりました。" en="The model has changed since the last run." />
      </strong>{' '}
      <Extent change={change} />{' '}
      <a href="model.html#change">
        <Say ja="何が変わったか" en="What changed" />
      </a>
    </p>
  );
}

function Extent({ change }: { readonly change: ModelChange }) {
  if (!change.comparable) {
    return (
      <Say
        ja="前回のモデルは別の版のもので、比べられません。"
        en="The model before is of another version and cannot be compared."
      />
    );
  }
  return (
    <Say
      ja={`重み ${count(change.moved_total)} 個が1ビット以上、誤りの推定割合 ${count(change.wrong_rates.length)} 事務で2倍以上動きました。`}
      en={`${count(change.moved_total)} weights moved by a bit or more, the estimated wrong rate of ${count(change.wrong_rates.length)} sources by a factor of two or more.`}
    />
  );
}

/** What moved, largest first, on the model page. */
export function ModelChangeSection({ result }: { readonly result: AuditResult }) {
  const change = result.summary.model_change;
  if (!change) return null;
  const came = [...change.sources_added, ...change.sources_removed];
  return (
    <section id="change">
      <h2>
        <Say ja="前回のモデルからの変化" en="Changes since the last run's model" />
      </h2>
      <p>
        <Extent change={change} />
      </p>
      {came.length > 0 && (
        <p>
          <Say ja="加わった、またはなくなった事務:" en="Sources that came or went:" />{' '}
          {came.map((source) => (
            <span key={source}>
              <T text={sourceTitle(result, source)} />{' '}
            </span>
          ))}
        </p>
      )}
      <div class="changes">
        <table class="dense">
          <thead>
            <tr>
              <Head ja="事務" en="Source" />
              <Head ja="何が" en="What" />
              <Head ja="前回" en="Before" number />
              <Head ja="今回" en="Now" number />
            </tr>
          </thead>
          <tbody>
            {change.wrong_rates.map(({ source, before, after }) => (
              <tr key={source}>
                <th scope="row">
                  <T text={sourceTitle(result, source)} />
                </th>
                <td>
                  <Say ja="誤りの推定割合（1万件あたり）" en="Estimated wrong in 10,000" />
                </td>
                <td class="number">{(10_000 * before).toFixed(2)}</td>
                <td class="number">{(10_000 * after).toFixed(2)}</td>
              </tr>
            ))}
            {change.moved.map((weight) => (
              <tr key={`${weight.source} ${weight.comparison} ${weight.level}`}>
                <th scope="row">
                  <T text={sourceTitle(result, weight.source)} />
                </th>
                <td>
                  <T text={nameOf(result, weight)} />
                </td>
                <td class="number">{weight.before.toFixed(2)}</td>
                <td class="number">{weight.after.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function nameOf({ model }: AuditResult, { source, comparison, level }: MovedWeight) {
  const compared = model.sources[source]?.comparisons.find((one) => one.comparison === comparison);
  const title = compared?.levels.find((one) => one.level === level)?.title ?? { ja: level, en: level };
  const about = compared?.title ?? { ja: comparison, en: comparison };
  return { ja: `${about.ja}: ${title.ja}`, en: `${about.en}: ${title.en}` };
}
