import { organisationName } from '../../../audit/organisation-name.js';
import type { OrganisationSummary } from '../../../audit/summary.js';
import { wordsFor } from '../../../audit/words.js';
import { CAUSES } from '../../../findings/titles.js';
import { sourceTitle } from '../../text/names.js';
import { shown } from '../case/graphemes.js';
import { count, Head, PaperFoot, SummaryTop } from '../frame.js';
import { Say, T } from '../page.js';
import { listHref } from './figure-lists.js';
import { Linked, type OverviewProps } from './overview.js';
import { RegisterFindings } from './register-findings.js';
import { ReviewProgress } from './review-progress.js';

export function worstFirst(rows: readonly OrganisationSummary[]): readonly OrganisationSummary[] {
  return [...rows].sort(
    (left, right) =>
      right.C - left.C || right.findings - left.findings || (left.organisation < right.organisation ? -1 : 1),
  );
}

type TableProps = Pick<OverviewProps, 'result' | 'folders'>;

/** Organisation by cause, and all cases to which its name leads, which paper has no room for; every number opens its filtered list. */
export function OrganisationTable({
  rows,
  result,
  folders,
}: TableProps & { readonly rows: readonly OrganisationSummary[] }) {
  const causes = Object.keys(CAUSES).filter((cause) =>
    result.summary.organisations.some((row) => (row.causes[cause] ?? 0) > 0),
  );
  return (
    <div class="scroll">
      <table class="dense">
        <thead>
          <tr>
            <Head ja="機関" en="Organisation" />
            <Head ja="事務" en="Source" />
            <Head ja="点検" en="Checked" number />
            <Head ja="要確認" en="To check" number />
            <Head ja="1万件あたり" en="In 10,000" number />
            <th scope="col" class="number screen">
              <Say ja="事案" en="Cases" />
            </th>
            {causes.map((cause) => (
              <Head key={cause} {...wordsFor(CAUSES, cause)} number />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OrganisationRow
              key={`${row.organisation} ${row.source}`}
              row={row}
              causes={causes}
              result={result}
              folders={folders}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OrganisationRow({
  row,
  causes,
  result,
  folders,
}: TableProps & { readonly row: OrganisationSummary; readonly causes: readonly string[] }) {
  const folder = folders.get(row.organisation);
  const whole = organisationName(row.organisation, result.organisationNames);
  const name = { ja: shown(whole.ja, 60).text, en: shown(whole.en, 60).text };
  const list = (filter: { readonly cause?: readonly string[] }) =>
    folder === undefined ? undefined : listHref(folder, { group: ['link'], source: [row.source], ...filter });
  return (
    <tr>
      <th scope="row" class="code">
        {folder === undefined ? (
          <bdi>
            <T text={name} />
          </bdi>
        ) : (
          <a href={`${folder}/index.html#from=all`}>
            <bdi>
              <T text={name} />
            </bdi>
          </a>
        )}
      </th>
      <td class="source">
        <T text={sourceTitle(result, row.source)} />
      </td>
      <td class="number">{count(row.accepted)}</td>
      <td class="number">
        <Linked value={row.C} href={list({})} />
      </td>
      <td class="number">{row.accepted === 0 ? '–' : ((row.C / row.accepted) * 10000).toFixed(2)}</td>
      <td class="number screen">
        <Linked
          value={row.findings}
          href={
            folder === undefined
              ? undefined
              : listHref(folder, { group: ['link', 'other'], source: [row.source] })
          }
        />
      </td>
      {causes.map((cause) => (
        <td key={cause} class="number">
          <Linked value={row.causes[cause] ?? 0} href={list({ cause: [cause] })} />
        </td>
      ))}
    </tr>
  );
}

/** All organisations, where the one-sheet page shows the worst few. */
export function OrganisationsPage(props: OverviewProps) {
  return (
    <>
      <SummaryTop result={props.result} />
      <main id="main">
        <h1 class="headline">
          <Say ja="機関と推定原因" en="Organisations and suspected causes" />
        </h1>
        <OrganisationTable {...props} rows={worstFirst(props.result.summary.organisations)} />
        <RegisterFindings {...props} />
        <ReviewProgress {...props} />
      </main>
      <PaperFoot runId={props.result.run.runId} />
    </>
  );
}
