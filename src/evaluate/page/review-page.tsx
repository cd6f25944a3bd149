import { T } from '../../report/html/page.js';
import type { ReviewEvaluation } from '../review-evaluation.js';
import { ownerLine, reviewHeadline, reviewTables, sampleLine } from '../review-tables.js';
import { CalibrationSection } from './calibration-section.js';
import { Table } from './page-table.js';
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
      <CalibrationSection calibration={calibration}>
        <p class="quiet">
          <T text={WORDS.reviewSelection} />
        </p>
      </CalibrationSection>
    </>
  );
}
