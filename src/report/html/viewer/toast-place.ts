// Where a toast stands: on nothing that is to be pressed.

const PRESSED = 'a[href], button, input, select, summary, label';
const GAP = 8;

/** What is to be pressed and in sight. */
function pressed(toast: HTMLElement): readonly DOMRect[] {
  return [...document.querySelectorAll(PRESSED)]
    .filter((element) => !toast.contains(element))
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, top, bottom }) => width > 0 && bottom > 0 && top < innerHeight);
}

/** Puts a toast at the lowest free place, in the middle if it can be; where there is none, where it covers least. */
function put(toast: HTMLElement): void {
  const { width, height } = toast.getBoundingClientRect();
  const boxes = pressed(toast);
  const right = document.documentElement.clientWidth - width - GAP;
  const covered = (left: number, top: number) =>
    boxes.reduce((sum, box) => {
      const wide = Math.min(left + width, box.right) - Math.max(left, box.left);
      const high = Math.min(top + height, box.bottom) - Math.max(top, box.top);
      return wide > 0 && high > 0 ? sum + wide * high : sum;
    }, 0);
  let best = { left: GAP, top: GAP, area: Number.POSITIVE_INFINITY };
  for (let top = innerHeight - height - GAP; top >= GAP && best.area > 0; top -= GAP) {
    for (const left of [right / 2, right, GAP]) {
      const area = covered(left, top);
      if (area < best.area) best = { left, top, area };
    }
  }
  toast.style.left = `${Math.max(GAP, best.left)}px`;
  toast.style.top = `${best.top}px`;
}

let leave: (() => void) | null = null;

/** Places a toast anew whenever the page changes under it, until it is gone. */
export function keepPlaced(toast: HTMLElement): void {
  leave?.();
  let asked = 0;
  const ask = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => put(toast));
  };
  const watch = new MutationObserver(ask);
  for (const part of document.querySelectorAll('main, header.top'))
    watch.observe(part, {
      ...{ subtree: true, childList: true },
      attributeFilter: ['hidden', 'open'],
    });
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask);
  leave = () => {
    cancelAnimationFrame(asked);
    watch.disconnect();
    removeEventListener('scroll', ask);
    removeEventListener('resize', ask);
    leave = null;
  };
  put(toast);
}

/** Ends that, once the toast is gone. */
export function leavePlaced(): void {
  leave?.();
}
