import { Say, T } from '../report/html/page.js';
import { ReliabilityChart } from '../report/html/reliability-chart.js';
import { Table } from './page-table.js';
import type { ReviewEvaluation } from './review-evaluation.js';
import { ownerLine, reviewHeadline, reviewTables, sampleLine } from './review-tables.js';
import { calibrationTable } from './tables.js';
import { WORDS } from './words.js';

/** Body of evaluation.html for a run of which people have settled some links. */
export function ReviewPage({ evaluation }: { readonly evaluation: ReviewEvaluation }) {
  const { calibration, decisions } = evaluation;
  return (
    <>
      <h1 class="headline">
        <T text={reviewHeadline(evaluation)} />
      </h1>
      <p class="quiet">
        <T text={WORDS.reviewBasis} /> {decisions}
      </p>
      <p>
        <T text={ownerLine(evaluation)} />
      </p>
      <p>
        <T text={sampleLine(evaluation)} />
      </p>
      {reviewTables(evaluation).map((shown) => (
        <Table key={shown.title} {...shown} />
      ))}
      <Table {...calibrationTable(evaluation)} />
      <p>
        <T text={WORDS.error} />: {calibration.error.toFixed(5)}
        <Say ja="、" en=", " />
        <T text={WORDS.suspectError} />: {calibration.suspectError.toFixed(4)}
      </p>
      <p class="quiet">
        <T text={WORDS.reviewSelection} />
      </p>
      <div class="charts">
        <figure>
          <ReliabilityChart bins={calibration.bins} />
          <figcaption>
            <T text={WORDS.calibrationCaption} />
          </figcaption>
        </figure>
      </div>
    </>
  );
}
