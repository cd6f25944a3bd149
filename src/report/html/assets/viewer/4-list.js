// The list of cases: filtering, counting by facet, a page of rows at a time.
(() => {
  const PER_PAGE = 100;
  const rows = [];
  const rowOf = new Map();
  let matching = [];

  totsugo.rows = rows;
  totsugo.rowOf = (id) => rowOf.get(id) ?? -1;
  totsugo.matching = () => matching;

  totsugo.addRows = ({ texts, rows: added }) => {
    for (const [id, record, name, headline, ...facets] of added) {
      rowOf.set(id, rows.length);
      rows.push({ id, record, name, headline: texts[headline], facets });
    }
  };

  const org = () => totsugo.org;
  const decisionKey = (id) => totsugo.decisions.of(id)?.decision ?? 'undecided';
  const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

  /** One predicate per facet in use; a facet's own counts leave its own predicate out. */
  const predicates = (place) => {
    const tests = {};
    totsugo.facets.forEach((facet, index) => {
      const wanted = place.filters[facet];
      if (wanted.length === 0) return;
      if (facet === 'decision') tests[facet] = (row) => wanted.includes(decisionKey(row.id));
      else {
        const numbers = new Set(
          wanted.map((key) => org().facets[facet].findIndex((value) => value.key === key)),
        );
        tests[facet] = (row) => numbers.has(row.facets[index]);
      }
    });
    const query = plain(place.q);
    if (query) {
      tests.q = (row) => {
        row.plain ??= plain(`${row.id} ${row.record} ${row.name}`);
        return row.plain.includes(query);
      };
    }
    return tests;
  };

  totsugo.filter = (place) => {
    const tests = Object.values(predicates(place));
    matching = [];
    rows.forEach((row, index) => {
      if (tests.every((test) => test(row))) matching.push(index);
    });
  };

  const facetTitle = (facet) => org().words[`facet${facet[0].toUpperCase()}${facet.slice(1)}`];

  const facetChoices = (facet) =>
    facet === 'decision'
      ? [
          { key: 'undecided', ...org().words.undecided },
          ...Object.entries(org().decisions).map(([key, text]) => ({ key, ...text })),
        ]
      : org().facets[facet];

  const countsOf = (facet, index, tests) => {
    const others = Object.entries(tests).flatMap(([key, test]) => (key === facet ? [] : [test]));
    const counts = new Map();
    for (const row of rows) {
      if (!others.every((test) => test(row))) continue;
      const key = facet === 'decision' ? decisionKey(row.id) : row.facets[index];
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };

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

  const drawFacets = (place) => {
    const tests = predicates(place);
    const focused = document.activeElement?.closest?.('#facets input');
    const sets = totsugo.facets.map((facet, index) => {
      const counts = countsOf(facet, index, tests);
      const choices = facetChoices(facet).map((value, number) => ({
        value,
        count: counts.get(facet === 'decision' ? value.key : number) ?? 0,
        isOn: place.filters[facet].includes(value.key),
      }));
      return totsugo.el(
        'fieldset',
        {},
        totsugo.el('legend', {}, totsugo.say(facetTitle(facet))),
        ...choices.map(({ value, count, isOn }) => choice(facet, value, count, isOn)),
      );
    });
    totsugo.at('facets').replaceChildren(...sets);
    if (focused) {
      const same = [...document.querySelectorAll('#facets input')].find(
        (box) => box.dataset.facet === focused.dataset.facet && box.value === focused.value,
      );
      same?.focus();
    }
  };

  const facetText = (row, facet) => org().facets[facet][row.facets[totsugo.facets.indexOf(facet)]];

  const decisionText = (id) => {
    const decision = totsugo.decisions.of(id);
    return decision ? org().decisions[decision.decision] : org().words.undecided;
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
        totsugo.say(decisionText(row.id)),
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

  totsugo.drawList = (place) => {
    const { words, total } = org();
    const pages = Math.max(1, Math.ceil(matching.length / PER_PAGE));
    const page = Math.min(place.page, pages - 1);
    const isLoading = rows.length < total;
    const count = { n: matching.length.toLocaleString('ja'), of: total.toLocaleString('ja') };
    const line = isLoading
      ? totsugo.fill(words.loading, { n: rows.length.toLocaleString('ja'), of: count.of })
      : totsugo.fill(words[matching.length === 0 ? 'nothing' : 'matches'], count);
    totsugo.at('matches').replaceChildren(totsugo.say(line));
    const visible = matching.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
    document.querySelector('#table tbody').replaceChildren(...visible.map(drawRow));
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
