const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until the answer is the one waited for; a demo that does not get there says so instead of hanging. */
export const until = async <T>(
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
  seconds = 120,
): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > end) throw new Error(`The demo data did not get on within ${seconds} s`);
    await pause(150);
  }
};
