import type { AuditResult } from '../../../audit/result.js';
import { LEAST_TOLD, type PublicCount, type PublicRow, publicSummary } from '../../public-summary.js';
import { count } from '../frame.js';
import { Say, T } from '../page.js';

/** What is printed of the first page with minimum disclosure: the counts as they may be published, and nothing else. */
export function PublicSheet({ result }: { readonly result: AuditResult }) {
  const { titles, sources, total } = publicSummary(result);
  const line = ({ id, title, counts }: PublicRow) => (
    <tr key={id}>
      <th scope="row">
        <T text={title} />
      </th>
      {counts.map((value, at) => (
        <td key={titles[at + 1]!.en} class="number">
          <Told value={value} />
        </td>
      ))}
    </tr>
  );
  return (
    <section class="public-sheet">
      <h1 class="headline">
        <Say ja="紐付け点検の結果" en="Results of the link audit" />
      </h1>
      <table class="dense">
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title.en} scope="col">
                <T text={title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{sources.map(line)}</tbody>
        <tfoot>{line(total)}</tfoot>
      </table>
      <p>
        <Say
          ja={`「*」は ${LEAST_TOLD} 未満の件数か、そこからそれが計算できてしまう件数です。`}
          en={`* is a count under ${LEAST_TOLD}, or one from which such a count could be worked out.`}
        />
      </p>
    </section>
  );
}

function Told({ value }: { readonly value: PublicCount }) {
  return <>{value === null ? '*' : count(value)}</>;
}
