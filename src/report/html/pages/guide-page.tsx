import { LINK_CHOICES } from '../../../audit/decision.js';
import { DECISIONS } from '../../../audit/words.js';
import { FINDING_KINDS } from '../../../findings/kinds/index.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { KeyList } from '../case/help-dialog.js';
import { Head, PaperFoot } from '../frame.js';
import { LanguageSwitch, Say, T } from '../page.js';

/** How to begin, in the order of doing. */
const STEPS: readonly Bilingual[] = [
  {
    ja: '一覧の「未判断の n 件を始める」を押すと、最初の事案が開きます。',
    en: 'In the list, press "Start with n undecided": the first case opens.',
  },
  {
    ja: '結論、理由、「次にすること」、表を見て、1〜5 のどれかを選びます。保存され、次の事案が開きます。',
    en: 'Read conclusion, reason, what to do next and the table, and choose 1 to 5: it is saved and the next case opens.',
  },
  {
    ja: '最後の事案の次は、一覧に戻ります。「全機関の一覧」から始めたときは、次の機関の事案に自動で移ります。書き出しは機関ごとです。',
    en: 'After the last case the list comes back. Begun in the list of all organisations, work goes on to the next one by itself; each is exported on its own.',
  },
  {
    ja: '終わったら「判断の書き出し」（E）に点検担当者コードを入れて書き出し、できたファイルを取りまとめの担当に渡します。書き出すまで、判断はこのブラウザーの中にしかありません。',
    en: 'When done, enter your reviewer code under "Export" (E) and export; hand the file in. Until then the decisions are in this browser only.',
  },
];

/** How to read the page of a case. */
const READING: readonly Bilingual[] = [
  {
    ja: 'A が点検する記録、B が今の紐付け先、C1〜C3 がほかの候補です。同じ住民の記録が複数ある事案では、A も A2 も、その住民 B と比べて印を付けています。',
    en: 'A is the record, B the linked resident, C1 to C3 other candidates. Of several records of one resident, A and A2, each is marked where it differs from B.',
  },
  {
    ja: '違う項目が上に並びます。枠の字は違う字、点線の字は表記だけの違い、「未登録」は値がないことを表します。',
    en: 'Items that differ stand first. Boxed characters differ, dotted ones differ in notation only.',
  },
  {
    ja: '下の「下4桁」「他の記録」は、項目だけでは決まらないときの手がかりです。決まらなければ 4 を選びます。',
    en: 'Last digits and other records stand below: they may decide where the items do not. If they do not, choose 4.',
  },
  {
    ja: '「他の記録」の 氏名＝A・カナ＝A は A と同じ氏名・カナの記録、氏名は比較不可 は比べる氏名・カナがない記録、印のないものは氏名・カナの書き方が A と違う記録、要確認 はその記録の紐付けにも事案があることを表します。',
    en: 'Among other records, name = A and kana = A state the name as A does; names that cannot be compared are said to be; where nothing is said the name is written otherwise. To be checked: there is a case on that link, too.',
  },
  {
    ja: '「同姓同名」には、カナが同じで漢字の違う方（同音）も含みます。漢字が違うときは理由に書いています。',
    en: 'A namesake may be written in other kanji that sound alike: the reason then says so.',
  },
  {
    ja: '重大度が高い事案は、2人が同じ判断をして確定します。迷ったら 4 を選びます。あとで変えられます。',
    en: 'Severe cases take two reviewers who agree. If in doubt choose 4: it can be changed later.',
  },
  {
    ja: '抽出点検では評価を伏せています。A と B が同じ人かだけを見てください。',
    en: 'In the blind sample the assessment is hidden: judge only whether A and B are one person.',
  },
];

/** One sheet for reviewers, in every folder that is handed to an organisation. */
export function GuidePage({ runId }: { readonly runId: string }) {
  return (
    <>
      <header class="top">
        <p class="brand">
          <strong>
            <Say ja="使い方" en="How to use these pages" />
          </strong>
        </p>
        <p class="tools screen">
          <a href="index.html">
            <Say ja="← 一覧" en="← List" />
          </a>
          <LanguageSwitch />
        </p>
      </header>
      <main id="main">
        <h1 class="unseen">
          <Say ja="使い方" en="How to use these pages" />
        </h1>
        <h2>
          <Say ja="始めかた" en="How to begin" />
        </h2>
        <ol>{STEPS.map(line)}</ol>
        <h2>
          <Say ja="画面の見かた" en="How to read a case" />
        </h2>
        <ul>{READING.map(line)}</ul>
        <h2>
          <Say ja="判断の意味" en="What the decisions mean" />
        </h2>
        <p>
          <Say
            ja="3 はいつも「直すところはない」、4 は「まだ決めない」、5 は「データに不備があり決められない」です。1 と 2 は事案の種類で変わります。"
            en="3 always says that nothing is to be put right, 4 that it waits, 5 that the data is faulty. 1 and 2 depend on the kind of case."
          />
        </p>
        <Meanings />
        <h2>
          <Say ja="キー" en="Keys" />
        </h2>
        <KeyList class="keys many" />
      </main>
      <PaperFoot runId={runId} />
    </>
  );
}

function line(text: Bilingual) {
  return (
    <li key={text.en}>
      <T text={text} />
    </li>
  );
}

/** What 1 to 3 say of each kind; kinds that ask whose record it is share a row. */
function Meanings() {
  const isOfLink = ({ choices }: (typeof FINDING_KINDS)[number]) => choices === LINK_CHOICES;
  const others = FINDING_KINDS.filter((kind) => !isOfLink(kind));
  const rows = [
    ...others,
    {
      title: { ja: '上のほか（誰の記録かを決める）', en: 'All others: whose record it is' },
      choices: LINK_CHOICES,
    },
  ];
  return (
    <table class="dense">
      <thead>
        <tr>
          <Head ja="事案の種類" en="Kind of case" />
          <th scope="col">1</th>
          <th scope="col">2</th>
          <th scope="col">3</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, choices }) => (
          <tr key={title.en}>
            <th scope="row">
              <T text={title} />
            </th>
            {choices.slice(0, 3).map((code, index) => (
              <td key={index === 0 ? '1' : index === 1 ? '2' : '3'}>
                {code === null ? '－' : <T text={DECISIONS[code]} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
