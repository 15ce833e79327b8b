/** Main content types of Office files that have an identifier of their own. */
const OFFICE: readonly [RegExp, string][] = [
  [/sheet\.binary\.macroEnabled\.main/, 'fmt/595'],
  [/excel\.sheet\.macroEnabled\.main/, 'fmt/445'],
  [/word\.document\.macroEnabled\.main/, 'fmt/523'],
  [/powerpoint\.presentation\.macroEnabled\.main/, 'fmt/487'],
];

/** Identifiers of OpenDocument 1.0, 1.1 and 1.2. */
const OPEN_DOCUMENT: Readonly<Record<string, Record<string, string>>> = {
  odt: { '1.0': 'fmt/136', '1.1': 'fmt/290', '1.2': 'fmt/291' },
  ods: { '1.0': 'fmt/137', '1.1': 'fmt/294', '1.2': 'fmt/295' },
  odp: { '1.0': 'fmt/138', '1.1': 'fmt/292', '1.2': 'fmt/293' },
  odg: { '1.0': 'fmt/139', '1.1': 'fmt/296', '1.2': 'fmt/297' },
};

/** More exact identifier of an Office or OpenDocument file, by its content types or its version. */
export function documentPuid(
  format: string,
  types: string | undefined,
  content: string | undefined,
): string | undefined {
  const versions = OPEN_DOCUMENT[format];
  if (versions) return versions[/office:version="(\d\.\d)"/.exec(content ?? '')?.[1] ?? ''];
  return OFFICE.find(([pattern]) => pattern.test(types ?? ''))?.[1];
}
