// The list of cases as it is filtered: facets with their counts, a page of rows at a time.
(() => {
  const PER_PAGE = 100;
  const { rows } = totsugo;
  const org = () => totsugo.org;

  const facetTitle = (facet) => org().words[`facet${facet[0].toUpperCase()}${facet.slice(1)}`];

  const facetChoices = (facet) =>
    facet === 'decision'
      ? [
          { key: 'undecided', ...org().words.undecided },
          ...Object.entries(org().decisions).map(([key, text]) => ({ key, ...text })),
        ]
      : org().facets[facet];

  const choice = (facet, value, count, isOn) => {
    const box = totsugo.el('input', { type: 'checkbox', 'data-facet': facet, value: value.key });
    box.checked = isOn;
    return totsugo.el(
      'label',
      { class: count === 0 && !isOn ? 'check empty' : 'check' },
      box,
      totsugo.el('span', { class: 'grow' }, totsugo.say(value)),
      totsugo.el('span', { class: 'number' }, count.toLocaleString('ja')),
    );
  };

  /** Values that occur here; a facet with a single value parts nothing and is left out unless it is in force. */
  const facetSet = (place, facet, index) => {
    const counts = totsugo.countsOf(index);
    const isOn = (value) => place.filters[facet].includes(value.key);
    const choices = facetChoices(facet)
      .map((value, number) => ({ value, count: counts[number] ?? 0 }))
      .filter(({ value }) => value.count !== 0 || isOn(value));
    if (choices.length < 2 && !choices.some(({ value }) => isOn(value))) return [];
    return [
      totsugo.el(
        'fieldset',
        {},
        totsugo.el('legend', {}, totsugo.say(facetTitle(facet))),
        ...choices.map(({ value, count }) => choice(facet, value, count, isOn(value))),
      ),
    ];
  };

  const drawFacets = (place) => {
    const focused = document.activeElement?.closest?.('#facets input');
    const sets = totsugo.facets.flatMap((facet, index) => facetSet(place, facet, index));
    totsugo.at('facets').replaceChildren(...sets);
    if (focused) {
      const same = [...document.querySelectorAll('#facets input')].find(
        (box) => box.dataset.facet === focused.dataset.facet && box.value === focused.value,
      );
      same?.focus();
    }
  };

  const facetText = (row, facet) => org().facets[facet][row.facets[totsugo.facets.indexOf(facet)]];

  /** What was decided here, else where the case stood when the report was made. */
  const decisionText = (row) => {
    const decision = totsugo.decisions.of(row.id);
    return decision ? org().decisions[decision.decision] : facetText(row, 'review');
  };

  const drawRow = (index) => {
    const row = rows[index];
    const severity = facetText(row, 'severity');
    const cell = (...children) => totsugo.el('td', {}, ...children);
    return totsugo.el(
      'tr',
      { 'data-severity': severity.key },
      totsugo.el('td', { class: 'severity' }, totsugo.severity(severity.key, severity)),
      cell(
        totsugo.el(
          'a',
          { href: totsugo.link({ case: row.id }) },
          totsugo.say({ ja: row.headline[0], en: row.headline[1] }),
        ),
        totsugo.el(
          'span',
          { class: 'quiet line' },
          totsugo.el('bdi', {}, row.id),
          ' ・ ',
          totsugo.el('bdi', {}, row.record),
        ),
      ),
      cell(totsugo.el('bdi', {}, row.name)),
      cell(totsugo.say(facetText(row, 'cause'))),
      cell(totsugo.say(facetText(row, 'source'))),
      cell(totsugo.say(facetText(row, 'status'))),
      totsugo.el(
        'td',
        { class: totsugo.decisions.of(row.id) ? 'decided' : '' },
        totsugo.say(decisionText(row)),
      ),
    );
  };

  /** Severity as shape and word; the shape is for the eye only. */
  totsugo.severity = (key, words) => {
    const box = document.createDocumentFragment();
    const shape = org().shapes[key];
    if (shape) box.append(totsugo.el('span', { class: 'shape', 'aria-hidden': 'true' }, shape));
    box.append(totsugo.say(words));
    return box;
  };

  const isSample = (index) => facetText(rows[index], 'kind').key === 'clean-sample';

  /** Rows of the page; a line tells where the cases end and the blind sample begins. */
  const withSamples = (visible, matching) => {
    const first = visible.findIndex(isSample);
    const drawn = visible.map(drawRow);
    if (first < 0) return drawn;
    const n = matching.filter(isSample).length.toLocaleString('ja');
    const words = totsugo.say(totsugo.fill(org().words.samples, { n }));
    const head = totsugo.el('th', { colspan: '7', scope: 'rowgroup' }, words);
    return drawn.toSpliced(first, 0, totsugo.el('tr', { class: 'samples' }, head));
  };

  const SETTLED = ['closed-wrong', 'closed-right', 'closed-data'];
  const isWaiting = (index) =>
    !SETTLED.includes(facetText(rows[index], 'review').key) && !totsugo.decisions.of(rows[index].id);

  /** The way to the first case that waits for somebody, among those that the filter shows. */
  const drawStart = (matching) => {
    const waiting = matching.filter(isWaiting);
    const n = waiting.length.toLocaleString('ja');
    const isBegun = totsugo.decisions.all().length > 0;
    totsugo
      .at('start')
      .replaceChildren(totsugo.say(totsugo.fill(org().words[isBegun ? 'goOn' : 'start'], { n })));
    totsugo.at('start').hidden = waiting.length === 0;
  };

  /** Opens the first case that waits; settled ones are filtered out, so that the next one waits too. */
  totsugo.start = () => {
    const first = totsugo.matching().find(isWaiting);
    if (first === undefined) return;
    const { filters } = totsugo.place();
    const open = org()
      .facets.review.map(({ key }) => key)
      .filter((key) => !SETTLED.includes(key));
    const review = filters.review.length > 0 ? filters.review : open;
    totsugo.go({ filters: { ...filters, review }, case: rows[first].id });
  };

  totsugo.drawList = (place) => {
    const matching = totsugo.matching();
    const { words, total } = org();
    const pages = Math.max(1, Math.ceil(matching.length / PER_PAGE));
    const page = Math.min(place.page, pages - 1);
    const isLoading = rows.length < total;
    const count = { n: matching.length.toLocaleString('ja'), of: total.toLocaleString('ja') };
    const line = isLoading
      ? totsugo.fill(words.loading, { n: rows.length.toLocaleString('ja'), of: count.of })
      : totsugo.fill(words[matching.length === 0 ? 'nothing' : 'matches'], count);
    totsugo.at('matches').replaceChildren(totsugo.say(line));
    drawStart(matching);
    const visible = matching.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
    document.querySelector('#table tbody').replaceChildren(...withSamples(visible, matching));
    totsugo.at('table').hidden = visible.length === 0;
    totsugo.at('pages').hidden = pages === 1;
    totsugo
      .at('page-number')
      .replaceChildren(totsugo.say(totsugo.fill(words.page, { n: page + 1, of: pages })));
    document.querySelector('[data-act=page-back]').disabled = page === 0;
    document.querySelector('[data-act=page-on]').disabled = page === pages - 1;
    if (document.activeElement?.id !== 'query') totsugo.at('query').value = place.q;
    drawFacets(place);
  };
})();
