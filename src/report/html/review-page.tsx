import type { Bilingual } from '../../text/bilingual.js';
import { DECISIONS, REASONS } from '../text/words.js';
import { shown } from './graphemes.js';
import { LanguageSwitch, Say, T } from './page.js';

export interface ReviewPageProps {
  readonly organisation: string;
  readonly runId: string;
  readonly asOf: string;
}

/** Frame of an organisation's page: list and case are two views of it, filled by the viewer script. */
export function ReviewPage({ organisation, runId, asOf }: ReviewPageProps) {
  return (
    <>
      <header class="top screen">
        <p class="brand">
          <a href="../index.html" id="up" hidden>
            <Say ja="← 全体" en="← Overview" />
          </a>
          <strong>
            <Say ja="紐付け点検" en="Link audit" />
          </strong>
          <span>
            <Say ja="機関" en="Organisation" /> <bdi>{shown(organisation, 60).text}</bdi>
          </span>
          <span class="quiet">
            <Say ja="この回" en="Run" /> {asOf}
          </span>
        </p>
        <p class="tools">
          <LanguageSwitch />
          <button type="button" class="plain" data-act="help">
            <Say ja="キー操作 ?" en="Keys ?" />
          </button>
        </p>
      </header>
      <Transfer />
      <main id="main">
        <ListView />
        <CaseView />
      </main>
      <p id="live" class="live screen" role="status" aria-live="polite" />
      <Help />
      <div id="lens" class="lens screen" role="tooltip" hidden />
      <footer class="paper-foot">
        <span>
          <Say ja="この回" en="Run" /> {runId}
        </span>
        <strong>
          <Say ja="取扱注意" en="Handle with care" />
        </strong>
        <span id="paper-page" />
      </footer>
    </>
  );
}

/** The banner of what only this browser knows, and the way out and in. */
function Transfer() {
  return (
    <section class="transfer screen" aria-labelledby="unexported">
      <p id="unexported" class="count" />
      <label>
        <Say ja="担当者コード" en="Reviewer code" />
        <input id="reviewer" type="text" maxLength={20} autocomplete="off" />
      </label>
      <button type="button" data-act="export">
        <Say ja="判断を書き出す" en="Export decisions" />
      </button>
      <button type="button" data-act="import">
        <Say ja="判断を読み込む" en="Import decisions" />
      </button>
      <input id="import-file" type="file" accept=".jsonl" hidden />
    </section>
  );
}

function ListView() {
  return (
    <section id="list" class="screen" hidden>
      <h1 tabIndex={-1}>
        <Say ja="要確認の事案" en="Cases to check" />
      </h1>
      <div class="columns">
        <div class="side">
          <label class="search">
            <Say ja="番号・氏名で絞り込む" en="Filter by id or name" /> <kbd>/</kbd>
            <input id="query" type="search" autocomplete="off" />
          </label>
          <div id="facets" />
          <button type="button" class="plain" data-act="clear">
            <Say ja="絞り込みを解除" en="Clear filters" />
          </button>
        </div>
        <div class="rows">
          <p id="matches" role="status" />
          <div class="scroll">
            <table id="table">
              <thead>
                <tr>
                  <Head ja="重大度" en="Severity" />
                  <Head ja="事案" en="Case" />
                  <Head ja="記録の氏名" en="Name in the record" />
                  <Head ja="推定原因" en="Suspected cause" />
                  <Head ja="資料" en="Source" />
                  <Head ja="変化" en="Change" />
                  <Head ja="判断" en="Decision" />
                </tr>
              </thead>
              <tbody />
            </table>
          </div>
          <nav id="pages" hidden>
            <button type="button" data-act="page-back">
              <Say ja="前のページ" en="Previous page" />
            </button>
            <span id="page-number" />
            <button type="button" data-act="page-on">
              <Say ja="次のページ" en="Next page" />
            </button>
          </nav>
        </div>
      </div>
    </section>
  );
}

function Head(text: Bilingual) {
  return (
    <th scope="col">
      <T text={text} />
    </th>
  );
}

function CaseView() {
  return (
    <section id="case" hidden>
      <nav class="steps screen">
        <button type="button" class="plain" data-act="back">
          <Say ja="← 一覧" en="← List" />
        </button>
        <button type="button" class="plain" data-act="previous">
          <Say ja="前の事案" en="Previous" /> <kbd>K</kbd>
        </button>
        <button type="button" class="plain" data-act="next">
          <Say ja="次の事案" en="Next" /> <kbd>J</kbd>
        </button>
        <button type="button" class="plain" data-act="print">
          <Say ja="印刷" en="Print" />
        </button>
      </nav>
      <article id="sheet" />
      <section class="screen">
        <h2>
          <Say ja="履歴" en="History" />
        </h2>
        <ol id="history" class="history" />
      </section>
      <Decide />
      <SignatureBoxes />
    </section>
  );
}

function Decide() {
  return (
    <section class="decide screen" aria-labelledby="decide-title">
      <h2 id="decide-title" class="unseen">
        <Say ja="判断" en="Decision" />
      </h2>
      <div class="buttons" id="decisions">
        {Object.entries(DECISIONS).map(([code, text], index) => (
          <button key={code} type="button" data-decision={code}>
            <kbd>{index + 1}</kbd> <T text={text} />
          </button>
        ))}
        <button type="button" class="plain" data-act="undo">
          <kbd>U</kbd> <Say ja="取り消す" en="Undo" />
        </button>
      </div>
      <fieldset id="choose" hidden>
        <legend>
          <Say
            ja="正しい候補を選んでください(数字キーでも選べます。Esc でやめる)"
            en="Choose the rightful candidate (number keys work too, Esc leaves)"
          />
        </legend>
        <div class="buttons" id="choices" />
      </fieldset>
      <label class="reason">
        <Say ja="メモ(根拠)" en="Note (grounds)" />
        <select id="reason">
          <option value="" data-ja="選択なし" data-en="None" />
          {Object.entries(REASONS).map(([code, text]) => (
            <option key={code} value={code} data-ja={text.ja} data-en={text.en} />
          ))}
        </select>
      </label>
    </section>
  );
}

/** What a reviewer fills in by hand on the printed sheet. */
function SignatureBoxes() {
  return (
    <div class="paper-sign">
      <p>
        <Say ja="判断" en="Decision" />
        {Object.values(DECISIONS).map((text) => (
          <span key={text.en}>
            □<T text={text} />
          </span>
        ))}
      </p>
      <div class="boxes">
        <div>
          <Say ja="担当" en="Reviewer" />
        </div>
        <div>
          <Say ja="確認者" en="Confirmed by" />
        </div>
        <div>
          <Say ja="日付" en="Date" />
        </div>
        <div class="wide">
          <Say ja="メモ" en="Note" />
        </div>
      </div>
    </div>
  );
}

const KEYS: readonly (readonly [string, Bilingual])[] = [
  ['J', { ja: '次の事案(一覧では次の行)', en: 'Next case (in the list: next row)' }],
  ['K', { ja: '前の事案(一覧では前の行)', en: 'Previous case (in the list: previous row)' }],
  ['Enter', { ja: '一覧で選んだ事案を開く', en: 'Open the selected row' }],
  ['1 – 5', { ja: '判断を保存して次へ', en: 'Save the decision and go on' }],
  ['U', { ja: '直前の判断を取り消す', en: 'Undo the last decision' }],
  ['/', { ja: '絞り込み', en: 'Filter' }],
  ['Esc', { ja: '一覧へ戻る', en: 'Back to the list' }],
  ['?', { ja: 'この説明', en: 'This help' }],
];

function Help() {
  return (
    <dialog id="help" class="screen" aria-labelledby="help-title">
      <h2 id="help-title">
        <Say ja="キー操作" en="Keys" />
      </h2>
      <dl class="keys">
        {KEYS.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>
              <T text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Say ja="入力中と日本語変換中は働きません。" en="Keys rest while you type or compose Japanese." />
      </p>
      <label class="check">
        <input type="checkbox" id="keys-on" />
        <Say ja="キー操作を使う" en="Use keys" />
      </label>
      <button type="button" data-act="help-close">
        <Say ja="閉じる" en="Close" />
      </button>
    </dialog>
  );
}
