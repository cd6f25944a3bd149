import { Say, T } from '../report/html/page.js';
import { ReliabilityChart } from '../report/html/reliability-chart.js';
import { fill } from '../text/bilingual.js';
import { BlockingSection } from './blocking-section.js';
import { BudgetChart, PrecisionRecallChart } from './charts.js';
import type { Evaluation } from './evaluation.js';
import { ListedLinks } from './listed-links.js';
import { Table } from './page-table.js';
import {
  budgetTable,
  calibrationTable,
  causeTable,
  confusionTable,
  duplicateTable,
  plantedTable,
  soundTable,
  sourceTable,
} from './tables.js';
import { percent, WORDS } from './words.js';

/** Body of evaluation.html for a run whose truth is known. */
export function EvaluationPage({ evaluation }: { readonly evaluation: Evaluation }) {
  const [all] = evaluation.sources;
  return (
    <>
      <h1 class="headline">
        {all && (
          <T
            text={fill(WORDS.headline, {
              wrong: all.wrong,
              found: all.found,
              falseAlarms: all.falseAlarms,
              recall: percent(all.recall),
              precision: percent(all.precision),
            })}
          />
        )}
      </h1>
      <p class="quiet">
        <T text={fill(WORDS.matching, { ...evaluation.matching })} />
      </p>
      <Table {...sourceTable(evaluation)} />
      <p class="quiet">
        <T text={fill(WORDS.ownerless, { ...evaluation.ownerless })} />
      </p>
      <Budget evaluation={evaluation} />
      <CalibrationSection evaluation={evaluation} />
      <Table {...causeTable(evaluation)} />
      <Table {...confusionTable(evaluation)} />
      <p>
        <T text={WORDS.causeRight} />: {percent(evaluation.causeAccuracy)}
      </p>
      <BlockingSection blocking={evaluation.blocking} />
      <ListedLinks title="misses" run={evaluation.run} list={evaluation.misses} />
      <ListedLinks title="falseAlarms" run={evaluation.run} list={evaluation.falseAlarms} />
      <Table {...soundTable(evaluation)} />
      <Table {...plantedTable(evaluation)} />
      <Table {...duplicateTable(evaluation)} />
    </>
  );
}

function Budget({ evaluation }: { readonly evaluation: Evaluation }) {
  return (
    <>
      <Table {...budgetTable(evaluation, 10)} />
      {evaluation.budget.length > 0 && (
        <div class="charts">
          <figure>
            <BudgetChart budget={evaluation.budget} />
            <figcaption>
              <T text={WORDS.budgetCaption} /> <span class="key" aria-hidden="true" />{' '}
              <T text={WORDS.recall} /> <span class="key second" aria-hidden="true" />{' '}
              <T text={WORDS.precision} />
            </figcaption>
          </figure>
          <figure>
            <PrecisionRecallChart budget={evaluation.budget} />
            <figcaption>
              <T text={WORDS.curveCaption} />
            </figcaption>
          </figure>
        </div>
      )}
    </>
  );
}

function CalibrationSection({ evaluation }: { readonly evaluation: Evaluation }) {
  const { calibration } = evaluation;
  return (
    <>
      <Table {...calibrationTable(evaluation)} />
      <p>
        <T text={WORDS.error} />: {calibration.error.toFixed(5)}
        <Say ja="、" en=", " />
        <T text={WORDS.suspectError} />: {calibration.suspectError.toFixed(4)}
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
