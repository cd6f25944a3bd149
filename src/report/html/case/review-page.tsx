import type { ComponentChildren } from 'preact';
import { LONGEST_REVIEWER } from '../../../audit/reviewer.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { LanguageSwitch, Say, T } from '../page.js';
import { Bulk, Decide, SignatureBoxes } from './decide-panel.js';
import { shown } from './graphemes.js';
import { Help } from './help-dialog.js';

export interface ReviewPageProps {
  readonly name: Bilingual;
  readonly runId: string;
  readonly asOf: string;
  /** The list over all organisations: cases are opened and decided, and decisions exported, in their own folders. */
  readonly isOfAll?: boolean;
}

/** Frame of an organisation's page: list and case are two views of it, filled by the viewer script. */
export function ReviewPage({ name, runId, asOf, isOfAll = false }: ReviewPageProps) {
  return (
    <>
      <header class="top screen">
        <p class="brand">
          <a href="../index.html" id="up" hidden={!isOfAll}>
            <Say ja="← 全体" en="← Overview" />
          </a>
          {!isOfAll && (
            <a href="../all/index.html" id="up-list" hidden>
              <Say ja="← 全機関の一覧" en="← All organisations" />
            </a>
          )}
          <strong>
            <Say ja="紐付け点検" en="Link audit" />
          </strong>
          <span>
            <Say ja="機関" en="Organisation" />{' '}
            <bdi>
              <T text={{ ja: shown(name.ja, 60).text, en: shown(name.en, 60).text }} />
            </bdi>
          </span>
          <span class="quiet">
            <Say ja="基準日" en="As of" /> {asOf}
          </span>
          <a href="guide.html">
            <Say ja="使い方" en="Guide" />
          </a>
        </p>
        <div class="tools">
          <Transfer isOfAll={isOfAll} />
          <LanguageSwitch />
          <button type="button" class="plain" data-act="help">
            <Say ja="キー操作 ?" en="Keys ?" />
          </button>
        </div>
      </header>
      <main id="main">
        <ListView isOfAll={isOfAll}>
          <OnPaper name={name} runId={runId} asOf={asOf} />
        </ListView>
        <CaseView asOf={asOf} />
      </main>
      <p id="live" class="live screen" role="status" aria-live="polite" />
      <Help />
      <div id="lens" class="lens screen" role="tooltip" hidden />
      <footer class="paper-foot">
        <span>
          <Say ja="この回" en="Run" /> {runId}
        </span>
        <strong>
          <Say ja="取扱注意" en="Confidential: personal data" />
        </strong>
        <span id="paper-page" />
      </footer>
    </>
  );
}

/** One button says what only this browser knows; behind it lie the way out and in. */
function Transfer({ isOfAll }: { readonly isOfAll: boolean }) {
  return (
    <details class="transfer" id="transfer" hidden={isOfAll}>
      <summary>
        <Say ja="判断の書き出し" en="Export" /> <kbd>E</kbd> <span id="unexported" class="count" />
      </summary>
      <div class="panel">
        <label>
          <Say ja="点検担当者コード" en="Reviewer code" />
          <input id="reviewer" type="text" maxLength={LONGEST_REVIEWER} autocomplete="off" />
        </label>
        <button type="button" data-act="export">
          <Say ja="判断を書き出す" en="Export decisions" />
        </button>
        <button type="button" data-act="import">
          <Say ja="判断を読み込む" en="Import decisions" />
        </button>
        <input id="import-file" type="file" accept=".jsonl" hidden />
      </div>
    </details>
  );
}

/** Whose list it is, of which day: the page's own head is not printed. */
function OnPaper({ name, runId, asOf }: Pick<ReviewPageProps, 'name' | 'runId' | 'asOf'>) {
  return (
    <p class="on-paper">
      <Say ja="機関" en="Organisation" />{' '}
      <bdi>
        <T text={{ ja: shown(name.ja, 60).text, en: shown(name.en, 60).text }} />
      </bdi>{' '}
      ・ <Say ja="基準日" en="As of" /> {asOf} ・ <Say ja="この回" en="Run" /> {runId}
    </p>
  );
}

function ListView({
  isOfAll,
  children,
}: {
  readonly isOfAll: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <section id="list" hidden>
      {children}
      <h1 tabIndex={-1}>
        {isOfAll ? (
          <Say ja="全機関の事案" en="Cases of all organisations" />
        ) : (
          <Say ja="点検する事案" en="Cases to check" />
        )}
      </h1>
      {isOfAll && (
        <p class="unit">
          <Say
            ja="事案を開くと、その機関のフォルダーの画面で判断し、書き出します。抽出点検は各機関の一覧にあります。"
            en="A case opens in the folder of its organisation, where it is decided and exported. The blind sample is in the lists of the organisations."
          />
        </p>
      )}
      <p id="left-behind" class="left-behind screen" hidden />
      <div class="columns">
        <div class="side screen">
          <label class="search">
            <Say ja="氏名・カナ・宛名番号・下4桁" en="Name, kana, id or last four digits" /> <kbd>/</kbd>
            <input id="query" type="search" autocomplete="off" />
          </label>
          <details id="filters" open>
            <summary>
              <Say ja="絞り込み" en="Filters" />
            </summary>
            <div id="facets" />
            <button type="button" class="plain" data-act="clear">
              <Say ja="絞り込みを解除" en="Clear filters" />
            </button>
          </details>
        </div>
        <div class="rows">
          <div class="begin">
            <div>
              <p id="matches" role="status" />
              <p id="progress" />
            </div>
            <div class="buttons">
              <button type="button" id="start" class="screen" data-act="start" hidden />
              <button type="button" id="start-samples" class="screen" data-act="start-samples" hidden />
            </div>
          </div>
          <Bulk />
          <div class="scroll">
            <table id="table">
              <thead>
                <tr>
                  <Head sort="severity" ja="重大度" en="Severity" />
                  <Head sort="case" ja="事案" en="Case" />
                  <Head sort="name" ja="記録の氏名" en="Name in the record" />
                  <Head sort="cause" ja="推定原因" en="Suspected cause" />
                  <Head sort="source" ja="事務" en="Source" />
                  <Head sort="status" ja="変化" en="Change" />
                  <Head sort="review" ja="判断" en="Decision" />
                </tr>
              </thead>
              <tbody />
            </table>
          </div>
          <nav id="pages" class="screen" hidden>
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

/** Head of a column by which the list can be sorted. */
function Head({ sort, ...text }: Bilingual & { readonly sort: string }) {
  return (
    <th scope="col">
      <button type="button" class="sort screen" data-sort={sort}>
        <T text={text} />
      </button>
      {/* A browser does not draw buttons again where it repeats the head of a table on the next sheet. */}
      <span class="on-paper">
        <T text={text} />
      </span>
    </th>
  );
}

function CaseView({ asOf }: { readonly asOf: string }) {
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
      <section class="screen past">
        <h2>
          <Say ja="履歴" en="History" />
        </h2>
        <ol id="history" class="history" />
      </section>
      <Decide />
      <SignatureBoxes asOf={asOf} />
    </section>
  );
}
