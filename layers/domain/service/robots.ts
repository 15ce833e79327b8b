/** Words by which programs name themselves; browsers have none of them. */
const programs =
  /bot\b|crawl|spider|slurp|scrap|fetch|curl|wget|python|java\/|okhttp|go-http|libwww|httpclient|node|axios|headless|monitor|preview/i;

/**
 * Whether whoever asks calls itself a program. A hint for counting and never for a right: who wants to pass for a person can; what
 * says nothing of itself is a program.
 */
export const isRobot = (agent: string | undefined): boolean =>
  agent === undefined || agent.trim() === '' || programs.test(agent);
