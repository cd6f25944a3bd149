import type { AuditResult } from '../../../audit/result.js';
import { type CountRow, countTable, PLAIN_COUNTS } from '../../count-table.js';
import { count } from '../frame.js';
import { Say, T } from '../page.js';
import { allCases } from './figures.js';

/** The counts as they are reported, to be copied into the report; causes of which there is none are left out. */
export function Counts({ result }: { readonly result: AuditResult }) {
  const { titles, rows, total } = countTable(result);
  const isShown = (at: number) => at < PLAIN_COUNTS || total.counts[at]! > 0;
  const others = allCases(result) - total.counts[1]!;
  const line = ({ title, counts }: CountRow) => (
    <tr key={title.en}>
      <th scope="row">
        <T text={title} />
      </th>
      {counts.map((value, at) =>
        isShown(at) ? (
          <td key={titles[at + 1]!.en} class="number">
            {count(value)}
          </td>
        ) : null,
      )}
    </tr>
  );
  return (
    <section class="counts" aria-labelledby="counts-title">
      <h2 id="counts-title">
        <Say ja="点検結果の集計" en="Counts to report" />{' '}
        <button type="button" class="plain screen" data-act="copy" data-copies="counts">
          <span aria-live="polite">
            <Say ja="表をコピー" en="Copy the table" />
          </span>
        </button>
      </h2>
      <p class="unit">
        <Say
          ja={`単位は紐付けの件数で、1つの紐付けは1回だけ数えます。要確認＝確認済み＋未判断。その他の要確認（重複・死亡・転出など）${count(others)} 件は含みません。`}
          en={`Links, each counted once. To be checked = settled + undecided. The ${count(others)} cases of second records, deaths and departures are not among them.`}
        />
      </p>
      <div class="scroll">
        <table class="dense" id="counts">
          <thead>
            <tr>
              {titles.map((title, at) =>
                at === 0 || isShown(at - 1) ? (
                  <th key={title.en} scope="col" class={at === 0 ? undefined : 'number'}>
                    <T text={title} />
                  </th>
                ) : null,
              )}
            </tr>
          </thead>
          <tbody>{rows.map(line)}</tbody>
          <tfoot>{line(total)}</tfoot>
        </table>
      </div>
    </section>
  );
}
