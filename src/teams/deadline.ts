/**
 * The work's result, or `late` when it has none after so many milliseconds. The work goes on; if it fails then,
 * `failedLate` is told.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  failedLate: (error: unknown) => void,
): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  const first = await Promise.race([work, late]).finally(() => clearTimeout(timer));
  if (first === 'late') work.catch(failedLate);
  return first;
}
