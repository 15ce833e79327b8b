/** PRONOM identifiers of versions that show in the first bytes; a text is how the file begins, the first sign that fits wins. */
const versions: Readonly<Record<string, readonly [RegExp | string, string][]>> = {
  dwg: [
    [/^AC1\.2/, 'fmt/22'],
    [/^AC1\.3/, 'fmt/23'],
    [/^AC1\.4/, 'fmt/24'],
    [/^AC1\.5/, 'fmt/25'],
    [/^AC2\.10/, 'fmt/26'],
    [/^AC2\.2/, 'fmt/27'],
    [/^AC1002/, 'fmt/28'],
    [/^AC1003/, 'fmt/29'],
    [/^AC1004/, 'fmt/30'],
    [/^AC1006/, 'fmt/31'],
    [/^AC1009/, 'fmt/32'],
    [/^AC1012/, 'fmt/33'],
    [/^AC1014/, 'fmt/34'],
    [/^AC1015/, 'fmt/35'],
    [/^AC1018/, 'fmt/36'],
    [/^AC1021/, 'fmt/434'],
    [/^AC1024/, 'fmt/435'],
    [/^AC1027/, 'fmt/531'],
  ],
  html: [
    [/^\s*<!DOCTYPE html>/i, 'fmt/471'],
    [/DTD XHTML 1\.0|xhtml1-/i, 'fmt/102'],
    [/DTD XHTML 1\.1|xhtml11/i, 'fmt/103'],
    [/DTD HTML 4\.01/i, 'fmt/100'],
    [/DTD HTML 4\.0/i, 'fmt/99'],
    [/DTD HTML 3\.2/i, 'fmt/98'],
    [/\/\/DTD HTML\s*(2\.0)?/i, 'fmt/97'],
  ],
  netcdf: [['CDF\x02', 'fmt/283']],
  eps: [
    [/^%!PS-Adobe-1/, 'fmt/122'],
    [/^%!PS-Adobe-2/, 'fmt/123'],
  ],
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
