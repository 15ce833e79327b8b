/** What to tell a person when DynamoDB Local did not start, from how the process ended and what it wrote. */
export function javaProblem(end: { error: string } | { exit: number | string }, output: string): string {
  // A shell says 127 for a program that is not there.
  if ('error' in end ? end.error === 'ENOENT' : end.exit === 127)
    return 'Java was not found: install a Java runtime of version 11 or newer (e.g. Temurin 17) and put `java` on the PATH.';
  if (/UnsupportedClassVersionError|has been compiled by a more recent version/.test(output))
    return 'The Java on the PATH is too old: DynamoDB Local needs version 11 or newer (e.g. Temurin 17); `java -version` shows which is used.';
  if (/Address already in use|BindException/.test(output))
    return 'The port of DynamoDB Local is taken: stop the program that uses it, or start with --port N.';
  const how = 'error' in end ? end.error : `exit ${end.exit}`;
  return `DynamoDB Local did not start (${how}): ${output.trim().slice(-500) || 'no output'}`;
}
