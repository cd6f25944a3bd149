import type { AuditResult, TerminalDay } from '../../../audit/result.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { sourceTitle } from '../../text/names.js';
import { gatheringValue } from '../case/facets.js';
import { type HeatCell, HeatMap } from '../charts/heat-map.js';
import { count } from '../frame.js';
import { Say, T } from '../page.js';

/** When links in doubt were made at the terminals where they gather: a row a terminal, a column a day. */
export function Timeline({ result }: { readonly result: AuditResult }) {
  const { timeline = [] } = result;
  if (timeline.length === 0) return null;
  const days = [...new Set(timeline.map(({ day }) => day))].sort();
  const places = new Map(timeline.map((one) => [JSON.stringify([one.source, one.terminal]), one]));
  const most = Math.max(1, ...timeline.map(({ C }) => C));
  return (
    <section id="timeline">
      <h2>
        <Say ja="端末と登録日（要確認の件数 / 登録の件数）" en="Terminals by day (to check / registered)" />
      </h2>
      <p class="quiet">
        <Say
          ja="要確認が集中している端末を、要確認の多い日だけ示します。1日だけ濃い端末はその日の出来事を、続けて濃い端末は操作の手順を確かめてください。"
          en="Terminals where links in doubt gather, on the days with most of them. One dark day: ask what happened then; many: look at how the terminal is used."
        />
      </p>
      <HeatMap
        caption={{ ja: '端末と登録日', en: 'Terminals by day' }}
        corner={{ ja: '端末', en: 'Terminal' }}
        columns={days.map((day) => ({ key: day, title: broken(day) }))}
        rows={[...places].map(([key, { source, terminal }]) => ({
          key,
          head: (
            <>
              <bdi>{gatheringValue(terminal).ja}</bdi>{' '}
              <span class="quiet">
                <T text={sourceTitle(result, source)} />
              </span>
            </>
          ),
          cells: days.map((day) => cellOf(timeline, { source, terminal, day }, most)),
        }))}
        warns
      />
    </section>
  );
}

/** The year may stand above the rest: many days fit side by side. */
function broken(day: string): Bilingual {
  const text = day.replace('-', '-\u200b');
  return { ja: text, en: text };
}

function cellOf(
  timeline: readonly TerminalDay[],
  at: Pick<TerminalDay, 'source' | 'terminal' | 'day'>,
  most: number,
): HeatCell {
  const found = timeline.find(
    ({ source, terminal, day }) => source === at.source && terminal === at.terminal && day === at.day,
  );
  if (found === undefined) return null;
  return { text: `${count(found.C)} / ${count(found.links)}`, shade: found.C / most };
}
