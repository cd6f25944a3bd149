import { T } from '../../report/html/page.js';
import { fill } from '../../text/bilingual.js';
import type { Evaluation } from '../evaluation.js';
import {
  budgetTable,
  causeTable,
  confusionTable,
  duplicateTable,
  plantedTable,
  soundTable,
  sourceTable,
} from '../tables.js';
import { BlockingSection } from './blocking-section.js';
import { CalibrationSection } from './calibration-section.js';
import { BudgetChart, PrecisionRecallChart } from './charts.js';
import { ListedLinks } from './listed-links.js';
import { Table } from './page-table.js';
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
      <CalibrationSection calibration={evaluation.calibration} />
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
