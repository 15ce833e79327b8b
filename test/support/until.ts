/** Asks again until the answer is what is waited for; fails with the last answer when time is up. */
export const until = async <T>(
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
  seconds = 120,
): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`Not within ${seconds} s: ${JSON.stringify(answer)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};
