/** True when a service says that the thing asked for does not exist, under whichever of its names. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && /NotFound|NoSuch|NonExistent|DoesNotExist/i.test(error.name);
