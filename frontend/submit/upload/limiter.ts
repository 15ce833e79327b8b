/** Runs at most `most` tasks at a time, in the order they came. */
export const createLimiter = (most: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so nobody who comes in between can take it.
      if (next === undefined) running--;
      else next();
    }
  };
};
export type Limiter = ReturnType<typeof createLimiter>;
