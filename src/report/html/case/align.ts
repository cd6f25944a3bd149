/** Positions of `b` that have no partner of the same key in `a` (longest common subsequence, ends trimmed first). */
export function unmatched(a: readonly string[], b: readonly string[]): readonly boolean[] {
  const lone = new Array<boolean>(b.length).fill(false);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  markInner(a.slice(start, endA), b.slice(start, endB), (index) => {
    lone[start + index] = true;
  });
  return lone;
}

function markInner(a: readonly string[], b: readonly string[], mark: (index: number) => void): void {
  const width = b.length + 1;
  // lengths[i * width + j]: longest common subsequence of a from i and b from j.
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const below = lengths[(i + 1) * width + j]!;
      const right = lengths[i * width + j + 1]!;
      lengths[i * width + j] = a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(below, right);
    }
  }
  let i = 0;
  for (let j = 0; j < b.length; ) {
    if (i < a.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (i < a.length && lengths[(i + 1) * width + j]! > lengths[i * width + j + 1]!) {
      i += 1;
    } else {
      mark(j);
      j += 1;
    }
  }
}
