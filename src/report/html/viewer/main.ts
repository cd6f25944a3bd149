// The viewer of an organisation's pages: no library, no request. Bundled to one classic script (`bundle.mjs`).
import { listenForControls } from './controls.js';
import { openDecisions, sitDown, unexported } from './decisions.js';
import { at } from './dom.js';
import { isMovingOn, tellOrganisation } from './elsewhere.js';
import { areKeysOn, listenForKeys } from './keys.js';
import { showLanguage, wantedLanguage } from './language.js';
import { listenForMarks } from './lens.js';
import { goOn } from './list.js';
import { load, receiveData } from './load-data.js';
import { place } from './place.js';
import { listenForPrinting } from './print.js';
import { unexportedReveals } from './reveals.js';
import { addRows, rowOf } from './rows.js';
import { org, setOrg } from './state.js';
import { recall } from './storage.js';
import { drawBanner, REVIEWER } from './transfer.js';
import { isCaseShown, show } from './views.js';

function listenForWindow(): void {
  addEventListener('hashchange', show);
  addEventListener('storage', () => {
    openDecisions();
    drawBanner();
    void show();
  });
  addEventListener('beforeunload', (event) => {
    if (!isMovingOn() && unexported() + unexportedReveals() > 0) event.preventDefault();
  });
}

/** The first list script is painted as soon as it is there, the rest fills in behind it. */
async function loadLists(): Promise<void> {
  const { lists } = org();
  for (let number = 0; number < lists; number += 1) {
    addRows(await load('list', number));
    const wanted = place().case;
    const isFound = wanted !== null && !isCaseShown() && rowOf(wanted) >= 0;
    const isLast = number === lists - 1;
    if (isLast || isFound || (number === 0 && wanted === null)) await show();
  }
  if (lists === 0) await show();
}

async function start(): Promise<void> {
  setOrg(await load('org', 0));
  showLanguage(wantedLanguage());
  // On a narrow screen the list comes first; filters in force stay in sight.
  at('filters').open = innerWidth > 900 || /[#&](?!case|at|from|page)\w+=/.test(location.hash);
  at('keys-on').checked = areKeysOn();
  at('reviewer').value = recall(REVIEWER) ?? '';
  sitDown(at('reviewer').value);
  openDecisions();
  drawBanner();
  if (place().case !== null) await show();
  await loadLists();
  goOn();
  tellOrganisation();
  document.body.dataset.ready = 'yes';
}

receiveData();
listenForMarks();
listenForControls();
listenForKeys();
listenForPrinting();
listenForWindow();
void start();
