import { one } from './dom.js';

/** What had the focus before something opened; the function gives it back, or gives it to the case where that is gone. */
export function keepFocus(): () => void {
  const before = document.activeElement;
  return () => {
    const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
    (isThere ? before : one('#sheet h1')).focus({ preventScroll: true });
  };
}
