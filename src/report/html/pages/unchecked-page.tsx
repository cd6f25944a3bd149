import type { RejectedRows, Unchecked, UndecidableLinks } from '../../../audit/unchecked.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { fileNames, sourceTitle } from '../../text/names.js';
import { count, PaperFoot, SummaryTop } from '../frame.js';
import { Say, T } from '../page.js';
import type { OverviewProps } from './overview.js';
import { type GroupProps, linksIn, Told, Undecidable } from './undecidable-links.js';

/** What could not be checked and why: rejected rows by reason and place, undecidable links by reason and key. */
export function UncheckedPage({ result, folders }: Pick<OverviewProps, 'result' | 'folders'>) {
  const { rejected: all = [], undecidable = [] } = result.unchecked ?? {};
  // Rows of the register are no links: they stand apart, as they do in every count.
  const [rejected, register] = [all.filter(isOfLinks), all.filter((group) => !isOfLinks(group))];
  const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((all, row) => all + row.count, 0);
  // A serial of nobody says little of the link, but has a case in which something is decided.
  const isSerial = ({ reason }: UndecidableLinks) => reason === 'serial';
  const [serials, untold] = [undecidable.filter(isSerial), undecidable.filter((group) => !isSerial(group))];
  const parts =
    serials.length > 0
      ? {
          ja: `（材料が足りない ${count(sum(untold))} 件と、証明書の確認待ち ${count(sum(serials))} 件）`,
          en: ` (${count(sum(untold))} with too little to tell by, ${count(sum(serials))} waiting for their certificate)`,
        }
      : { ja: '', en: '' };
  const group = (links: UndecidableLinks) => (
    <Undecidable key={`${links.source} ${links.reason}`} group={links} result={result} folders={folders} />
  );
  return (
    <>
      <SummaryTop result={result} />
      <main id="main">
        <h1 class="headline">
          <Say
            ja={`点検できなかった ${count(sum(rejected) + sum(undecidable))} 件`}
            en={`${count(sum(rejected) + sum(undecidable))} links that could not be checked`}
          />
        </h1>
        <p>
          <Say
            ja={`読み込めて判定できなかった（判定不能の）紐付け ${count(sum(undecidable))} 件${parts.ja}と、読み込めなかった行 ${count(sum(rejected))} 行の合計です（1行は紐付け1件です）。`}
            en={`The sum of ${linksIn(sum(undecidable))} that were read and are undecidable${parts.en}, and of ${rowsIn(sum(rejected))} that could not be read (a row is one link).`}
          />
        </p>
        <section id="undecidable">
          {(untold.length > 0 || serials.length === 0) && (
            <Part
              ja={`材料が足りない紐付け ${count(sum(untold))} 件（判定不能）`}
              en={`Too little to tell by: ${linksIn(sum(untold))} (undecidable)`}
              note={untold.length > 0 ? UNTOLD : null}
            />
          )}
          <AlsoCases undecidable={untold} />
          {untold.map(group)}
          {serials.length > 0 && (
            <Part
              ja={`証明書の確認待ちの紐付け ${count(sum(serials))} 件（判定不能）`}
              en={`Waiting for their certificate to be looked up: ${linksIn(sum(serials))} (undecidable)`}
              note={SERIALS}
            />
          )}
          {serials.map(group)}
        </section>
        <h2 id="rejected">
          <Say ja={`読込不可の行 ${count(sum(rejected))} 行`} en={`Rejected: ${rowsIn(sum(rejected))}`} />
        </h2>
        {rejected.map((group) => (
          <Rejected key={`${group.source} ${group.code}`} group={group} result={result} />
        ))}
        {register.length > 0 && (
          <h2>
            <Say
              ja={`住民登録の読込不可の行 ${count(sum(register))} 行（紐付けではないので、上の件数には含みません）`}
              en={`Rejected of the resident register: ${rowsIn(sum(register))} (no links, and not counted above)`}
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

/** A link that cannot be told may have a finding of another kind: it is counted here, and as a case. */
const UNTOLD: Bilingual = {
  ja: '見分ける材料が足りず、誤りとも正しいとも言えない紐付けです。ここでは判断を記録しません。元のデータを直すと、次の回に改めて判定します。',
  en: 'Links of which too little is known to tell either way. No decision is taken here: once the data are put right at their source, the next run judges them anew.',
};
const SERIALS: Bilingual = {
  ja: '証明書のシリアル番号が、今の住民の誰のものでもない紐付けです。住民の側に比べる相手がないため、判定していません。氏名などが合う住民がいれば、事案に候補として並びます。証明書の更新が必要かどうかは、それぞれの事案で判断して記録します（下の表から開きます）。',
  en: 'Links whose certificate serial is no present resident’s: there is nobody to compare them with, and so no grade. Whoever fits by name and the like stands as a candidate in the case. Whether the certificate is to be renewed is decided and kept in its own case, to which the tables below lead.',
};

/** What one group of undecidable links is, and what is done about it. */
function Part({ note, ...title }: Bilingual & { readonly note: Bilingual | null }) {
  return (
    <>
      <h2>
        <T text={title} />
      </h2>
      {note && (
        <p class="quiet">
          <T text={note} />
        </p>
      )}
    </>
  );
}

function AlsoCases({ undecidable }: Pick<Unchecked, 'undecidable'>) {
  const cases = undecidable.reduce((sum, group) => sum + group.cases, 0);
  if (cases === 0) return null;
  return (
    <p>
      <Say
        ja={`このうち ${count(cases)} 件は、死亡・転出など別の理由で「その他」の事案にも数えています。判断はその事案で記録します（下の表から開きます）。`}
        en={`${count(cases)} of them have a finding of another kind and are counted among the other cases, too. They are decided there, and the tables below lead to them.`}
      />
    </p>
  );
}

const rowsIn = (n: number) => (n === 1 ? '1 row' : `${count(n)} rows`);

const isOfLinks = ({ source }: RejectedRows) => source !== 'register';

function Rejected({ group, result }: GroupProps<RejectedRows>) {
  const nameOf = fileNames(result.run.inputs);
  return (
    <section>
      <h3>
        <T text={sourceTitle(result, group.source)} />: <T text={group.text} />{' '}
        <Say ja={`${count(group.count)} 行`} en={rowsIn(group.count)} />
      </h3>
      <Told told={group.places.length} of={group.count} unit="行" />
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
