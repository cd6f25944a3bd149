import type { AuditResult } from '../../../audit/result.js';
import { type RejectedRows, UNDECIDABLE, type UndecidableLinks } from '../../../audit/unchecked.js';
import { fileNames, sourceTitle } from '../../text/names.js';
import { shown } from '../case/graphemes.js';
import { count, Head, PaperFoot, SummaryTop } from '../frame.js';
import { Say, T } from '../page.js';

/** What could not be checked and why: rejected rows by reason and place, undecidable links by reason and key. */
export function UncheckedPage({ result }: { readonly result: AuditResult }) {
  const { rejected: all = [], undecidable = [] } = result.unchecked ?? {};
  // Rows of the register are no links: they stand apart, as they do in every count.
  const [rejected, register] = [all.filter(isOfLinks), all.filter((group) => !isOfLinks(group))];
  const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((all, row) => all + row.count, 0);
  return (
    <>
      <SummaryTop result={result} />
      <main id="main">
        <h1 class="headline">
          <Say
            ja={`点検できなかった ${count(sum(rejected) + sum(undecidable))} 件`}
            en={`${count(sum(rejected) + sum(undecidable))} that could not be checked`}
          />
        </h1>
        <h2 id="undecidable">
          <Say ja={`判定不能 ${count(sum(undecidable))} 件`} en={`Undecidable: ${count(sum(undecidable))}`} />
        </h2>
        <p class="quiet">
          <Say
            ja="見分ける材料が足りない紐付けです。誤りとも正しいとも言えません。1件ずつの根拠は、分析する人が totsugo explain <結果のフォルダ> <事務>:<記録番号> で見られます。"
            en="Links of which too little is known to tell either way. The analyst sees the grounds of each with totsugo explain RUN SOURCE:RECORD_ID."
          />
        </p>
        {undecidable.map((group) => (
          <Undecidable key={`${group.source} ${group.reason}`} group={group} result={result} />
        ))}
        <h2 id="rejected">
          <Say ja={`読込不可 ${count(sum(rejected))} 件`} en={`Rejected rows: ${count(sum(rejected))}`} />
        </h2>
        {rejected.map((group) => (
          <Rejected key={`${group.source} ${group.code}`} group={group} result={result} />
        ))}
        {register.length > 0 && (
          <h2>
            <Say
              ja={`住民登録の読込不可 ${count(sum(register))} 件（上の件数には含みません）`}
              en={`Rejected rows of the resident register: ${count(sum(register))} (not counted above)`}
            />
          </h2>
        )}
        {register.map((group) => (
          <Rejected key={group.code} group={group} result={result} />
        ))}
      </main>
      <PaperFoot runId={result.run.runId} />
    </>
  );
}

const isOfLinks = ({ source }: RejectedRows) => source !== 'register';

interface GroupProps<G> {
  readonly group: G;
  readonly result: AuditResult;
}

/** Which of the places are told, where not all are. */
function Told({ told, of }: { readonly told: number; readonly of: number }) {
  if (told >= of) return null;
  return (
    <p class="quiet">
      <Say ja={`はじめの ${count(told)} 件を示します。`} en={`The first ${count(told)} are shown.`} />
    </p>
  );
}

function Undecidable({ group, result }: GroupProps<UndecidableLinks>) {
  const nameOf = fileNames(result.run.inputs);
  return (
    <section>
      <h3>
        <T text={sourceTitle(result, group.source)} />: <T text={UNDECIDABLE[group.reason]} />{' '}
        <Say ja={`${count(group.count)} 件`} en={count(group.count)} />
      </h3>
      <Told told={group.places.length} of={group.count} />
      <table class="dense">
        <thead>
          <tr>
            <Head ja="記録の番号" en="Record" />
            <Head ja="紐付け先の宛名番号" en="Linked resident" />
            <Head ja="ファイルと行" en="File and row" />
          </tr>
        </thead>
        <tbody>
          {group.places.map(({ recordId, residentId, file, row }) => (
            <tr key={`${file} ${row}`}>
              <th scope="row">
                <bdi>{shown(recordId, 80).text}</bdi>
              </th>
              <td>
                <bdi>{residentId ?? '－'}</bdi>
              </td>
              <td>
                <bdi>{`${nameOf(file)}:${row}`}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rejected({ group, result }: GroupProps<RejectedRows>) {
  const nameOf = fileNames(result.run.inputs);
  return (
    <section>
      <h3>
        <T text={sourceTitle(result, group.source)} />: <T text={group.text} />{' '}
        <Say ja={`${count(group.count)} 件`} en={count(group.count)} />
      </h3>
      <Told told={group.places.length} of={group.count} />
      <p>
        {group.places.map(({ file, line, column }) => (
          <span key={`${file} ${line}`} class="place">
            <bdi>{`${nameOf(file)}:${line}${column === null ? '' : ` ${column}`}`}</bdi>{' '}
          </span>
        ))}
      </p>
    </section>
  );
}
