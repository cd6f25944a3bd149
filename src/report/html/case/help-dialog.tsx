import type { Bilingual } from '../../../text/bilingual.js';
import { Say, T } from '../page.js';

const KEYS: readonly (readonly [string, Bilingual])[] = [
  ['J', { ja: '次の事案（一覧では次の行）', en: 'Next case (in the list: next row)' }],
  ['K', { ja: '前の事案（一覧では前の行）', en: 'Previous case (in the list: previous row)' }],
  ['Enter', { ja: '一覧で選んだ事案を開く', en: 'Open the selected row' }],
  ['1 – 5', { ja: '判断を保存して次へ', en: 'Save the decision and go on' }],
  ['R', { ja: '判断の根拠を数字で選ぶ', en: 'Choose the reason of the decision by number' }],
  ['M', { ja: '同じまとまりの事案もまとめて判断する', en: 'Decide the cases that belong together along' }],
  ['U', { ja: '直前の判断を取り消す', en: 'Undo the last decision' }],
  [
    'E',
    {
      ja: '判断の書き出しを開く（コードがあれば Enter で書き出し）',
      en: 'Open the export (with a code, Enter exports)',
    },
  ],
  [
    '/',
    {
      ja: '検索（Enter で先頭の行へ、Esc で消し、もう一度 Esc で抜ける）',
      en: 'Search (Enter leads to the first row, Esc empties it, Esc again leaves it)',
    },
  ],
  ['Esc', { ja: '一覧へ戻る', en: 'Back to the list' }],
  ['?', { ja: 'この説明', en: 'This help' }],
];

/** What every key does. */
export function KeyList(props: { readonly class: string }) {
  return (
    <dl class={props.class}>
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
  );
}

/** The same as a dialog, with the switch that turns the keys off. */
export function Help() {
  return (
    <dialog id="help" class="screen" aria-labelledby="help-title">
      <h2 id="help-title">
        <Say ja="キー操作" en="Keys" />
      </h2>
      <KeyList class="keys" />
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
