/** PRONOM identifiers of versions that show in the first bytes; a text is how the file begins, the first sign that fits wins. */
const versions: Readonly<Record<string, readonly [RegExp | string, string][]>> = {
  pdf: [
    [/%PDF-1\.0/, 'fmt/14'],
    [/%PDF-1\.1/, 'fmt/15'],
    [/%PDF-1\.2/, 'fmt/16'],
    [/%PDF-1\.3/, 'fmt/17'],
    [/%PDF-1\.4/, 'fmt/18'],
    [/%PDF-1\.5/, 'fmt/19'],
    [/%PDF-1\.6/, 'fmt/20'],
    [/%PDF-1\.7/, 'fmt/276'],
    [/%PDF-2\.0/, 'fmt/1129'],
  ],
};

/** The identifier of the version of a format, told by the beginning of the file (Latin-1). */
export const versionPuid = (format: string, head: string): string | undefined =>
  versions[format]?.find(([sign]) =>
    typeof sign === 'string' ? head.startsWith(sign) : sign.test(head),
  )?.[1];
