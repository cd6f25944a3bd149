// Where the reader is: filters, page and case live in the address, so a link or a reload leads back to it.
(() => {
  /** Facets of the data and the one that only this browser knows; known once the first script is there. */
  totsugo.facets = [];

  totsugo.place = () => {
    const params = new URLSearchParams(location.hash.slice(1));
    const place = {
      filters: {},
      q: params.get('q') ?? '',
      page: 0,
      case: params.get('case'),
      from: params.get('from'),
      at: Number.parseInt(params.get('at') ?? '-1', 10),
    };
    for (const facet of totsugo.facets) {
      place.filters[facet] = (params.get(facet) ?? '').split(',').filter((value) => value !== '');
    }
    place.page = Math.max(0, (Number.parseInt(params.get('page') ?? '1', 10) || 1) - 1);
    return place;
  };

  const hashOf = (place) => {
    const params = new URLSearchParams();
    for (const facet of totsugo.facets) {
      if (place.filters[facet].length > 0) params.set(facet, place.filters[facet].join(','));
    }
    if (place.q) params.set('q', place.q);
    if (place.page > 0) params.set('page', String(place.page + 1));
    if (place.from) params.set('from', place.from);
    if (place.case) {
      // The row is a hint by which a reload finds the case before the list is loaded.
      const row = totsugo.rowOf(place.case);
      if (row >= 0) params.set('at', String(row));
      params.set('case', place.case);
    }
    return `#${params}`;
  };

  totsugo.link = (change) => hashOf({ ...totsugo.place(), ...change });

  /** Goes to another place; `replace` keeps typing in the filter out of the history. */
  totsugo.go = (change, replace = false) => {
    const hash = totsugo.link(change);
    if (hash === location.hash) return;
    if (replace) {
      history.replaceState(null, '', hash);
      totsugo.show();
    } else {
      location.hash = hash;
    }
  };
})();
