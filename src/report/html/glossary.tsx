import type { Bilingual } from '../../text/bilingual.js';
import { Say, T } from './page.js';

/** Words that an office does not use every day, each behind a 「?」 beside the heading that has it. */
const GLOSSARY = {
  checked: {
    title: { ja: '点検件数・一致・説明可能', en: 'Checked, agree, explained' },
    text: {
      ja: '読み込めた紐付けの数で、内訳はその和です。「一致」は記録と住民の項目が一致したもの、「説明可能」は表記・転居・改姓など、よくある違いだけのものです。「判定不能」は「点検できなかった件数」にも数えます。',
      en: 'Links that were read, of which the four kinds are the parts. They agree, or differ only as notation, moves and changes of name make them differ. The undecidable also count among those that could not be checked.',
    },
  },
  unchecked: {
    title: { ja: '読込不可・判定不能', en: 'Unreadable, undecidable' },
    text: {
      ja: '「読込不可」は形式の誤りなどで取り込めなかった行、「判定不能」は見分ける材料が足りない紐付けです。正しいと確かめたものではありません。',
      en: 'Rows that could not be read, and links with too little to tell by. They were not found right.',
    },
  },
  doubt: {
    title: { ja: '要確認', en: 'To be checked' },
    text: {
      ja: '誤りかもしれず、人が確かめる紐付けです。誤りと決まったものではありません。誤りは、人が判断して初めて「誤り確定」に数えます。',
      en: 'Links that may be wrong and that a person must look at. None counts as wrong before somebody has decided so.',
    },
  },
  cases: {
    title: { ja: '事案の数え方', en: 'How cases are counted' },
    text: {
      ja: '事案は、人が1件ずつ判断するものです。要確認の紐付けと、その他の要確認（1人に複数の記録、死亡・転出、二重登録など）を合わせた数で、集計表の未判断（紐付けだけ）より多くなります。まとめて判断できる事案は「まとまり」と呼びます。抽出点検は含みません。',
      en: 'A case is what a person decides. Links in doubt and others (second records, deaths, departures, rows registered twice) are cases, so there are more of them than undecided links in the table. Cases that can be decided in one act are an incident. The blind sample is not among them.',
    },
  },
  rate: {
    title: { ja: '1万件あたり要確認', en: 'To check in 10,000' },
    text: {
      ja: '要確認の紐付け ÷ 点検件数 × 10,000です。件数の違う機関や前回と比べるための割合で、誤りの割合ではありません。',
      en: 'Links to be checked, divided by links checked, times 10,000: to compare organisations and nights of different size. It is no share of wrong links.',
    },
  },
  missed: {
    title: { ja: '見逃しは多くて', en: 'At most missed' },
    text: {
      ja: '問題なしとした紐付けから無作為に選んで人が見た結果（抽出点検）から、見逃しの割合の上限を95 %の確からしさで示します。',
      en: 'From clean links drawn by chance and read by people: with 95 % certainty no more than this was missed.',
    },
  },
  weight: {
    title: { ja: '重み・m・u', en: 'Weight, m and u' },
    text: {
      ja: 'm は正しい紐付けでその水準になる割合、u は無関係な二人でその水準になる割合です。重みは log2(m/u) で、1増えるごとに、本人である見込みが2倍になります。',
      en: 'm: share of right links at the level; u: of unrelated pairs. The weight is log2(m/u): one more doubles the odds for the same person.',
    },
  },
  calibration: {
    title: { ja: '確率の較正', en: 'Calibration' },
    text: {
      ja: '確率0.8と示した紐付けの10件中8件が実際に誤りなら、確率は当たっています。点が斜めの線に乗るほど、当たっています。',
      en: 'Of links given 0.8, eight in ten should be wrong. The closer the points are to the diagonal, the better.',
    },
  },
  convergence: {
    title: { ja: '学習の収束', en: 'How learning converged' },
    text: {
      ja: 'データから割合を推定し直すことを繰り返しています。線が平らになれば、それ以上繰り返しても変わりません。',
      en: 'The shares are estimated again and again from the data. Where the line is level, more rounds change nothing.',
    },
  },
  agreement: {
    title: { ja: '一致の割合', en: 'Share that agrees' },
    text: {
      ja: '両方に値がある紐付けのうち、項目が一致したか、表記だけが違うものの割合です。1つの事務だけ低い項目は、列の取り違えや書式の違いを疑います。',
      en: 'Of links with a value on both sides, those that agree or differ in notation only. Low in one source alone: suspect a mistaken column.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly title: Bilingual; readonly text: Bilingual }>>;

export type Term = keyof typeof GLOSSARY;

/** The 「?」 beside a heading; pressing it opens what the word means, Esc closes. */
export function Explain({ term }: { readonly term: Term }) {
  const { title } = GLOSSARY[term];
  return (
    <button type="button" class="explain screen" popovertarget={`term-${term}`}>
      <span aria-hidden="true">?</span>
      <span class="unseen">
        <Say ja={`${title.ja}とは`} en={`What is meant: ${title.en}`} />
      </span>
    </button>
  );
}

/** What the words of a page mean; each once, wherever it is asked for. */
export function Glossary({ terms }: { readonly terms: readonly Term[] }) {
  return (
    <>
      {terms.map((term) => (
        <div key={term} id={`term-${term}`} class="term screen" popover="auto">
          <h2>
            <T text={GLOSSARY[term].title} />
          </h2>
          <p>
            <T text={GLOSSARY[term].text} />
          </p>
          <button type="button" popovertarget={`term-${term}`} popovertargetaction="hide">
            <Say ja="閉じる" en="Close" />
          </button>
        </div>
      ))}
    </>
  );
}
