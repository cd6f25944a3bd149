import type { NightView, Trail } from '../../../audit/result.js';
import { count } from '../frame.js';
import { Say } from '../page.js';

const WIDTH = 460;
const HEIGHT = 64;
const MARGIN = 8;

/** Which run the changes are against, and a line of the last nights: findings of each, this one last. */
export function Nights({ trail }: { readonly trail: Trail }) {
  const { compared, nights } = trail;
  return (
    <>
      {compared && (
        <p class="quiet">
          <Say
            ja={`比べた回: ${compared.asOf}（${compared.runId}）`}
            en={`Compared with: ${compared.asOf} (${compared.runId})`}
          />
        </p>
      )}
      {nights.length > 1 && <Line nights={nights} />}
    </>
  );
}

function Line({ nights }: { readonly nights: readonly NightView[] }) {
  const most = Math.max(1, ...nights.map(({ findings }) => findings));
  const places = nights.map(({ findings }, index) => [
    MARGIN + (index / (nights.length - 1)) * (WIDTH - 2 * MARGIN),
    HEIGHT - MARGIN - (findings / most) * (HEIGHT - 2 * MARGIN),
  ]);
  const [first, last] = [nights[0]!, nights.at(-1)!];
  const told = (language: 'ja' | 'en') =>
    nights
      .map(({ asOf, findings }) => `${asOf} ${count(findings)}${language === 'ja' ? ' 件' : ''}`)
      .join(language === 'ja' ? '、' : ', ');
  return (
    <figure class="nights">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${told('ja')} / ${told('en')}`}>
        <polyline
          class="curve"
          points={places.map(([x, y]) => `${x!.toFixed(1)},${y!.toFixed(1)}`).join(' ')}
        />
        {places.map(([x, y], index) => (
          <circle key={nights[index]!.runId} cx={x!.toFixed(1)} cy={y!.toFixed(1)} r="4">
            <title>{`${nights[index]!.asOf}: ${count(nights[index]!.findings)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption>
        <Say
          ja={`全事案の推移（${nights.length} 回）: ${first.asOf} ${count(first.findings)} 件 → ${last.asOf} ${count(last.findings)} 件`}
          en={`All cases over ${nights.length} runs: ${first.asOf} ${count(first.findings)} → ${last.asOf} ${count(last.findings)}`}
        />
      </figcaption>
    </figure>
  );
}
