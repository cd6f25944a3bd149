// Deciding a case: buttons and keys come here. The next case opens only after the decision is saved.
(() => {
  const { el, say, fill } = totsugo;
  const org = () => totsugo.org;
  const now = () => new Date().toISOString();
  let current = null;

  const candidates = () => current.columns.filter((column) => column.label !== 'B');

  const save = (decision, candidate) => {
    const event = {
      case: current.id,
      fingerprint: current.fingerprint,
      decision,
      candidate,
      reason: totsugo.at('reason').value || null,
      at: now(),
    };
    const isSaved = totsugo.decisions.add(event);
    totsugo.drawBanner();
    if (!isSaved) {
      totsugo.drawDecisions();
      return;
    }
    totsugo.announce(fillBoth(org().words.saved, current.id, decisionWords(event)));
    if (!totsugo.step(1)) totsugo.drawDecisions();
  };

  const fillBoth = (text, id, decision) => ({
    ja: fill(text, { id, decision: decision.ja }).ja,
    en: fill(text, { id, decision: decision.en }).en,
  });

  const decisionWords = (event) => {
    const words = event.decision === 'withdrawn' ? org().words.withdrawn : org().decisions[event.decision];
    return event.candidate ? fill(org().words.candidateRight, { label: event.candidate }) : words;
  };

  totsugo.decisionWords = decisionWords;

  const openChoice = () => {
    const buttons = candidates().map((column, index) =>
      el(
        'button',
        { type: 'button', 'data-candidate': column.label },
        el('kbd', {}, String(index + 1)),
        ` ${column.label}`,
        column.resident === null
          ? null
          : el('span', { class: 'quiet' }, ' ', say(fill(org().words.resident, { id: column.resident }))),
      ),
    );
    totsugo.at('choices').replaceChildren(...buttons);
    totsugo.at('choose').hidden = false;
    buttons[0].focus();
  };
  const closeChoice = () => {
    totsugo.at('choose').hidden = true;
  };

  totsugo.isChoosing = () => !totsugo.at('choose').hidden;
  totsugo.closeChoice = closeChoice;

  totsugo.choose = (label) => {
    if (!candidates().some((column) => column.label === label)) return;
    closeChoice();
    save('wrong-candidate', label);
  };

  /** Takes a decision on the open case; with several candidates the first decision asks which. */
  totsugo.decide = (decision) => {
    if (current === null) return;
    if (decision !== 'wrong-candidate') {
      closeChoice();
      save(decision, null);
    } else if (candidates().length === 0) totsugo.announce(org().words.noCandidate, true);
    else if (candidates().length === 1) save(decision, candidates()[0].label);
    else openChoice();
  };

  /** A note chosen after deciding belongs to the decision in force. */
  totsugo.noteChanged = () => {
    const decision = totsugo.decisions.of(current.id);
    const reason = totsugo.at('reason').value || null;
    if (decision === null || decision.reason === reason) return;
    const isSaved = totsugo.decisions.add({ ...decision, reason, at: now() });
    totsugo.drawBanner();
    totsugo.drawDecisions();
    if (isSaved) totsugo.announce(fillBoth(org().words.saved, current.id, decisionWords(decision)));
  };

  totsugo.undo = () => {
    const event = totsugo.decisions.undo(now());
    if (event === null) {
      totsugo.announce(org().words.nothingToUndo);
      return;
    }
    totsugo.announce(fill(org().words.undone, { id: event.case }));
    totsugo.drawBanner();
    if (current?.id === event.case) totsugo.drawDecisions();
    else totsugo.go({ case: event.case });
  };

  const historyLine = (event, isHere) => {
    const reason = event.reason ? org().reasons[event.reason] : null;
    const parts = [
      el('time', { datetime: event.at }, event.at.slice(0, 16).replace('T', ' ')),
      say(decisionWords(event)),
      reason ? say(reason) : null,
      isHere ? say(org().words.historyHere) : el('bdi', {}, event.reviewer),
      isHere || event.current ? null : el('strong', {}, say(org().words.historyChanged)),
    ].filter((part) => part !== null);
    const changes = (event.changed ?? []).map((change) => el('li', {}, say(change)));
    return el(
      'li',
      {},
      ...parts.flatMap((part, index) => (index > 0 ? [' ・ ', part] : [part])),
      changes.length > 0 ? el('ul', {}, ...changes) : null,
    );
  };

  /** The first button says who is right where there is one candidate only. */
  const drawFirst = (button) => {
    const { length } = candidates();
    const words = org().decisions['wrong-candidate'];
    button.disabled = length === 0;
    button.replaceChildren(
      el('kbd', {}, '1'),
      ' ',
      say(length === 1 ? fill(org().words.candidateRight, { label: candidates()[0].label }) : words),
    );
  };

  totsugo.drawDecisions = () => {
    const decision = totsugo.decisions.of(current.id);
    for (const button of document.querySelectorAll('[data-decision]')) {
      button.setAttribute('aria-pressed', String(button.dataset.decision === decision?.decision));
    }
    drawFirst(document.querySelector('[data-decision=wrong-candidate]'));
    const lines = [
      ...current.history.map((event) => historyLine(event, false)),
      ...totsugo.decisions.eventsOf(current.id).map((event) => historyLine(event, true)),
    ];
    totsugo
      .at('history')
      .replaceChildren(
        ...(lines.length > 0 ? lines : [el('li', { class: 'quiet' }, say(org().words.historyEmpty))]),
      );
    totsugo.at('reason').value = decision?.reason ?? '';
  };

  totsugo.openDecisions = (item) => {
    current = item;
    closeChoice();
    totsugo.drawDecisions();
  };
  totsugo.closeDecisions = () => {
    current = null;
  };
})();
