import { REASONS } from '../../../audit/words.js';
import { Say } from '../page.js';

/** The decisions (drawn by the kind of the case), the choice of a candidate and the note. */
export function Decide() {
  return (
    <section class="decide screen" aria-labelledby="decide-title">
      <h2 id="decide-title" class="unseen">
        <Say ja="判断" en="Decision" />
      </h2>
      <div class="buttons">
        <div class="buttons" id="decisions" />
        <button type="button" class="plain" data-act="undo">
          <kbd>U</kbd> <Say ja="取り消す" en="Undo" />
        </button>
      </div>
      <fieldset id="choose" class="choices" hidden>
        <legend>
          <Say
            ja="正しい候補を選んでください（数字キーでも選べます。Esc でやめる）"
            en="Choose the rightful candidate (number keys work too, Esc leaves)"
          />
        </legend>
        <div class="buttons" id="choices" />
      </fieldset>
      <fieldset id="odds" class="choices" hidden>
        <legend id="odds-why" />
        <div class="buttons" id="odds-choices" />
      </fieldset>
      <fieldset id="reasons" class="choices" hidden>
        <legend>
          <Say
            ja="根拠を選んでください（数字キーでも選べます。Esc でやめる）"
            en="Choose the reason (number keys work too, Esc leaves)"
          />
        </legend>
        <div class="buttons" id="reason-choices" />
      </fieldset>
      <label class="reason" for="reason">
        <span>
          <kbd>R</kbd> <Say ja="根拠" en="Reason" />
        </span>
        <Reasons id="reason" />
      </label>
    </section>
  );
}

function Reasons({ id }: { readonly id: string }) {
  return (
    <select id={id}>
      <option value="" data-ja="選択なし" data-en="None" />
      {Object.entries(REASONS).map(([code, text]) => (
        <option key={code} value={code} data-ja={text.ja} data-en={text.en} />
      ))}
    </select>
  );
}

/** Decides all cases that a filter shows in one act, with the decisions that are safe there (`viewer/bulk.ts`). */
export function Bulk() {
  return (
    <details class="bulk screen" id="bulk" hidden>
      <summary id="bulk-title" />
      <p id="bulk-why" />
      <div class="buttons">
        <div class="buttons" id="bulk-choices" />
        <label class="reason" for="bulk-reason">
          <Say ja="根拠" en="Reason" />
          <Reasons id="bulk-reason" />
        </label>
        <button type="button" class="plain" data-act="undo">
          <kbd>U</kbd> <Say ja="取り消す" en="Undo" />
        </button>
      </div>
    </details>
  );
}

/** What a reviewer fills in by hand on the printed sheet. */
export function SignatureBoxes({ asOf }: { readonly asOf: string }) {
  return (
    <div class="paper-sign">
      <p>
        <Say ja="基準日" en="As of" /> {asOf} ・ <Say ja="判断" en="Decision" /> <strong id="paper-decided" />
      </p>
      <p>
        <span id="paper-decisions" />
      </p>
      <div class="boxes">
        <div>
          <Say ja="点検担当者" en="Reviewer" /> <bdi id="paper-reviewer" />
        </div>
        <div>
          <Say ja="確認者" en="Confirmed by" />
        </div>
        <div>
          <Say ja="日付" en="Date" /> <span id="paper-date" />
        </div>
        <div class="wide">
          <Say ja="メモ" en="Note" />
        </div>
      </div>
    </div>
  );
}
