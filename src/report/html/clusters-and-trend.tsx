import type { AuditResult } from '../result.js';
import { sourceTitle } from '../text/source-title.js';
import { STATUSES } from '../text/words.js';
import { count, Head } from './frame.js';
import { shown } from './graphemes.js';
import { Say, T } from './page.js';

const PLACES = {
  terminal: { ja: '端末', en: 'Terminal' },
  operator: { ja: '担当者', en: 'Operator' },
  day: { ja: '登録日', en: 'Day' },
  lookup: { ja: '取得方法', en: 'Look-up' },
} as const;

/** Places shown: the page is one sheet; summary.json has them all. */
const MOST_SHOWN = 5;

export function Clusters({ result }: { readonly result: AuditResult }) {
  const clusters = result.summary.clusters.slice(0, MOST_SHOWN);
  return (
    <section>
      <h2>
        <Say ja="要確認が集まっているところ" en="Where cases gather" />
      </h2>
      {clusters.length === 0 ? (
        <p class="quiet">
          <Say ja="目立つ集まりはありません。" en="No place stands out." />
        </p>
      ) : (
        <table class="dense">
          <thead>
            <tr>
              <Head ja="どこ" en="Where" />
              <Head ja="資料" en="Source" />
              <Head ja="点検" en="Checked" number />
              <Head ja="要確認" en="To check" number />
            </tr>
          </thead>
          <tbody>
            {clusters.map((cluster) => (
              <tr key={`${cluster.item} ${cluster.source} ${cluster.value}`}>
                <th scope="row">
                  <T text={PLACES[cluster.item]} /> <bdi>{shown(cluster.value, 60).text}</bdi>
                </th>
                <td>
                  <T text={sourceTitle(result, cluster.source)} />
                </td>
                <td class="number">{count(cluster.links)}</td>
                <td class="number">{count(cluster.C)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function Trend({ result }: { readonly result: AuditResult }) {
  const { previous_run: previous } = result.summary;
  const resolved = { ja: '解消', en: 'Resolved' };
  const rows = [
    [STATUSES.new, previous.new],
    [STATUSES.continuing, previous.continuing],
    [resolved, previous.resolved],
    [STATUSES.recurring, previous.recurring],
  ] as const;
  return (
    <section>
      <h2>
        <Say ja="前回からの変化" en="Since the last run" />
      </h2>
      <p class="quiet">
        <Say
          ja="要確認だけでなく、二重の記録などすべての事案を数えています。"
          en="Every case is counted, second records and the like too, not only those to check."
        />
      </p>
      <table class="dense">
        <tbody>
          {rows.map(([title, value]) => (
            <tr key={title.en}>
              <th scope="row">
                <T text={title} />
              </th>
              <td class="number">{count(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
