const longestTimer = 2 ** 31 - 1;

/** Resolves after `ms` milliseconds (at most 24 days), or as soon as `signal` aborts. Never rejects. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal?.aborted) {
    resolve();
    return promise;
  }
  const end = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    resolve();
  };
  const timer = setTimeout(end, Math.min(ms, longestTimer));
  signal?.addEventListener('abort', end, { once: true });
  return promise;
}
