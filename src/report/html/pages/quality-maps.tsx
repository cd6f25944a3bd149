import { OFTEN_EMPTY } from '../../../audit/items.js';
import type { AuditResult } from '../../../audit/result.js';
import { ITEMS, wordsFor } from '../../../audit/words.js';
import { sourceTitle } from '../../text/names.js';
import { HeatMap } from '../charts/heat-map.js';
import { Explain } from '../glossary.js';
import { Say, T } from '../page.js';

/** A fifth of the links that differ is as dark as it gets: right links agree in nearly all. */
const STEEP = 5;

/** As good as all: what is said to be above 99.9 % is nothing to look at. */
const shadeOf = (share: number) => (share > 0.999 ? 0 : Math.min(1, STEEP * (1 - share)));

/** Share of links whose item agrees, by item and source: equal, or differing in notation only, where both sides have it. */
export function AgreementMap({ result }: { readonly result: AuditResult }) {
  const sources = Object.entries(result.model.sources);
  const items = new Map(
    sources.flatMap(([, { comparisons }]) => comparisons.map((one) => [one.comparison, one.title])),
  );
  if (items.size === 0) return null;
  const shareOf = (item: string, at: number) => {
    const levels = sources[at]![1].comparisons.find(({ comparison }) => comparison === item)?.levels ?? [];
    const all = levels.reduce((sum, level) => sum + level.count, 0);
    const agreeing = levels.filter(({ kind }) => kind === 'equal' || kind === 'equivalent');
    return all === 0 ? null : agreeing.reduce((sum, level) => sum + level.count, 0) / all;
  };
  return (
    <section>
      <h2>
        <Say ja="項目が一致した割合" en="Share of links whose item agrees" /> <Explain term="agreement" />
      </h2>
      <HeatMap
        caption={{ ja: '項目が一致した割合（項目 × 事務）', en: 'Share that agrees, item by source' }}
        corner={{ ja: '項目', en: 'Item' }}
        columns={sources.map(([id]) => ({ key: id, title: sourceTitle(result, id) }))}
        rows={[...items].map(([item, title]) => ({
          key: item,
          head: <T text={title} />,
          cells: sources.map((_, at) => {
            const share = shareOf(item, at);
            return share === null ? null : { text: percent(share), shade: shadeOf(share) };
          }),
        }))}
        warns
      />
    </section>
  );
}

/** Share of rows in which an item is empty, by item and source; items that are empty nowhere, and those that mostly are, are left out. */
export function EmptyMap({ result }: { readonly result: AuditResult }) {
  const profile = result.profile ?? [];
  const sources = [...new Set(profile.map(({ source }) => source))];
  const emptyIn = (item: string, source: string) => {
    const found = profile.find((one) => one.item === item && one.source === source);
    return found === undefined || found.rows === 0 ? null : 1 - found.filled / found.rows;
  };
  const items = Object.keys(ITEMS).filter(
    (item) => !isOftenEmpty(item) && sources.some((source) => (emptyIn(item, source) ?? 0) > 0),
  );
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        <Say ja="空欄の割合" en="Share left empty" />
      </h2>
      <p class="quiet">
        <Say
          ja="空欄の項目は照合に使えず、判定不能 (U) が増えます。抽出条件で出力できる項目がないかを確認してください。「－」は列がないことを表します。"
          en="Empty items take no part in the comparison and more links end as U. See whether the extract can include them. A dash: no such column."
        />
      </p>
      <HeatMap
        caption={{ ja: '空欄の割合（項目 × 事務）', en: 'Share left empty, item by source' }}
        corner={{ ja: '項目', en: 'Item' }}
        columns={sources.map((id) => ({ key: id, title: sourceTitle(result, id) }))}
        rows={items.map((item) => ({
          key: item,
          head: <T text={wordsFor(ITEMS, item)} />,
          cells: sources.map((source) => {
            const share = emptyIn(item, source);
            return share === null ? null : { text: percent(share), shade: share };
          }),
        }))}
        warns
      />
    </section>
  );
}

const isOftenEmpty = (item: string) => (OFTEN_EMPTY as readonly string[]).includes(item);

/** Never rounded up to all or down to nothing. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %';
  if (share < 1 && share > 0.999) return '> 99.9 %';
  return `${(share * 100).toFixed(1)} %`;
}
