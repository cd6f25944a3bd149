// Rows of the list and the one pass over them that filters and counts by facet.
(() => {
  const rows = [];
  const rowOf = new Map();
  let matching = [];
  let counts = [];

  totsugo.rows = rows;
  totsugo.rowOf = (id) => rowOf.get(id) ?? -1;
  totsugo.matching = () => matching;
  /** Rows of each value of a facet that every other filter lets through. */
  totsugo.countsOf = (facet) => counts[facet];

  totsugo.addRows = ({ texts, rows: added }) => {
    for (const [id, record, name, headline, ...facets] of added) {
      rowOf.set(id, rows.length);
      rows.push({ id, record, name, headline: texts[headline], facets });
    }
  };

  const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

  /** Number of a row's value in a facet; the decision is known to this browser only and comes last. */
  const numberOf = (row, facet) => {
    if (facet < totsugo.facets.length - 1) return row.facets[facet];
    const decision = totsugo.decisions.of(row.id);
    return decision ? Object.keys(totsugo.org.decisions).indexOf(decision.decision) + 1 : 0;
  };

  const wantedNumbers = (place) =>
    totsugo.facets.map((facet) => {
      const keys =
        facet === 'decision'
          ? ['undecided', ...Object.keys(totsugo.org.decisions)]
          : totsugo.org.facets[facet].map((value) => value.key);
      return place.filters[facet].length === 0
        ? null
        : new Set(place.filters[facet].map((key) => keys.indexOf(key)));
    });

  const contains = (row, query) => {
    row.plain ??= plain(`${row.id} ${row.record} ${row.name}`);
    return row.plain.includes(query);
  };

  /** A row that fails one facet only still counts for the values of that facet. */
  totsugo.filter = (place) => {
    const wanted = wantedNumbers(place);
    const query = plain(place.q);
    matching = [];
    counts = wanted.map(() => []);
    rows.forEach((row, index) => {
      if (query && !contains(row, query)) return;
      const values = wanted.map((_, facet) => numberOf(row, facet));
      const failed = values.flatMap((value, facet) =>
        wanted[facet] && !wanted[facet].has(value) ? [facet] : [],
      );
      if (failed.length === 0) matching.push(index);
      if (failed.length > 1) return;
      for (const facet of failed.length === 1 ? failed : values.keys()) {
        counts[facet][values[facet]] = (counts[facet][values[facet]] ?? 0) + 1;
      }
    });
  };
})();
