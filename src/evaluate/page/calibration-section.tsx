import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { ReliabilityChart } from '../../report/html/charts/reliability-chart.js';
import { Say, T } from '../../report/html/page.js';
import type { Calibration } from '../evaluation.js';
import { calibrationTable } from '../tables.js';
import { SourceTitles, Table } from './page-table.js';
import { WORDS } from './words.js';

/** Is a probability of 0.8 right in 8 of 10? The bins, the expected error and the chart; a note may stand between. */
export function CalibrationSection(props: {
  readonly calibration: Calibration;
  readonly children?: ComponentChildren;
}) {
  const { calibration, children } = props;
  return (
    <>
      <Table {...calibrationTable(props)} />
      <p>
        <T text={WORDS.error} />: {calibration.error.toFixed(5)}
        <Say ja="、" en=", " />
        <T text={WORDS.suspectError} />: {calibration.suspectError.toFixed(4)}
      </p>
      {children}
      <div class="charts">
        <figure>
          <ReliabilityChart bins={calibration.bins} />
          <figcaption>
            <T text={WORDS.calibrationCaption} />
          </figcaption>
        </figure>
      </div>
      {calibration.sources.length > 1 && <BySource sources={calibration.sources} />}
    </>
  );
}

/** One source may be sure of itself where another is not: what averages out over all is seen here. */
function BySource({ sources }: Pick<Calibration, 'sources'>) {
  const titles = useContext(SourceTitles);
  return (
    <>
      <h3>
        <T text={WORDS.calibrationBySource} />
      </h3>
      <div class="charts">
        {sources.map(({ source, bins }) => {
          const title = titles[source] ?? { ja: source, en: source };
          return (
            <figure key={source}>
              <ReliabilityChart bins={bins} of={title} height={300} />
              <figcaption>
                <T text={title} />
              </figcaption>
            </figure>
          );
        })}
      </div>
    </>
  );
}
