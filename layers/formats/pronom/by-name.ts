/**
 * Formats of PRONOM without an internal signature, which only their extension tells. Left out are extensions that
 * several formats share. Line: identifier, extensions, media type, name.
 */
const lines = `
x-fmt/13|tsv|text/tab-separated-values|Tab-separated values
x-fmt/62|log|text/plain|Log file
x-fmt/224|css|text/css|Cascading style sheet
x-fmt/315|dtd|application/xml-dtd|Document type definition
x-fmt/281|xsl xslt|application/xslt+xml|XSL stylesheet
x-fmt/413|bat|text/plain|Batch script
x-fmt/421|ini|text/plain|Initialisation file
x-fmt/423|js|text/javascript|JavaScript
fmt/206|sql|application/sql|SQL script
fmt/367|tfw jgw pgw bpw blw jpgw tifw|text/plain|ESRI world file
fmt/800|csvs|text/csv-schema|CSV schema
fmt/818|yaml yml|application/yaml|YAML
fmt/870|pl|text/x-perl|Perl script
fmt/873|n3|text/n3|Notation3
fmt/874|ttl|text/turtle|Turtle
fmt/875|rdf|application/rdf+xml|RDF/XML
fmt/879|f90 f95 f03|text/x-fortran|Fortran source
fmt/880|jsonld|application/ld+json|JSON-LD
fmt/938|py|text/x-python|Python script
fmt/991|sha256|text/plain|SHA-256 checksums
fmt/992|sha1|text/plain|SHA-1 checksums
fmt/993|md5|text/plain|MD5 checksums
fmt/1149|md|text/markdown|Markdown
fmt/1238|bil|application/octet-stream|Band interleaved by line raster
fmt/1240|bsq|application/octet-stream|Band sequential raster
fmt/865|stl|model/stl|STL (binary)
`;

const named = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [puid = '', extensions = '', mime = '', name = ''] = line.split('|');
      return extensions.split(' ').map((extension) => [extension, { puid, mime, name }] as const);
    }),
);

/** The one PRONOM format that has this extension and no signature. */
export const nameOnly = (extension: string) => named.get(extension);
