/** The house's one rule: a part imports only what stands before it (docs/developers/architecture.md). */
const order = [
  ['domain', 'layers/domain'],
  ['contract', 'layers/contract'],
  ['drawings', 'layers/drawings'],
  ['formats', 'layers/formats'],
  ['documents', 'layers/documents'],
  ['sheets', 'layers/sheets'],
  ['subsurface', 'layers/subsurface'],
  ['tiles', 'layers/tiles'],
  ['search', 'layers/search'],
  ['platform', 'layers/platform'],
  ['functions', 'functions'],
  ['infra', 'infra'],
];
const path = (folder) => `^${folder}/`;
const upward = order.slice(0, -1).map(([name, folder], at) => ({
  name: `${name}-imports-downwards`,
  severity: 'error',
  from: { path: path(folder), pathNot: '\\.test\\.tsx?$|/testing/' },
  to: { path: [...order.slice(at + 1).map(([, later]) => path(later)), '^frontend/', '^test/'] },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'No AWS, no I/O, no packages in the rules.',
      severity: 'error',
      from: { path: '^layers/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'infra-never-runs-functions',
      severity: 'error',
      from: { path: '^infra/', pathNot: '\\.test\\.ts$|^infra/local/demo' },
      to: { path: '^functions/' },
    },
    {
      name: 'sites-know-rules-and-contract-only',
      comment: 'Formats reach a site through sheets and subsurface alone, which are made to run in browsers.',
      severity: 'error',
      from: { path: '^frontend/(shared|submit|admin|portal)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^layers/(formats|documents|tiles|search|platform)/', '^functions/', '^infra/'] },
    },
    {
      name: 'sheets-and-subsurface-run-in-browsers',
      severity: 'error',
      from: { path: '^layers/(sheets|subsurface)/', pathNot: '\\.test\\.ts$|/testing/' },
      to: {
        path: '^(node:)?(fs|path|zlib|crypto|buffer|os|url|util|stream|worker_threads|child_process)(/|$)',
        reachable: true,
      },
    },
    {
      name: 'sites-do-not-import-each-other',
      severity: 'error',
      from: { path: '^frontend/(submit|admin|portal)/' },
      to: { path: '^frontend/(submit|admin|portal)/', pathNot: '^frontend/$1/' },
    },
    // Packages of types only have no file to resolve to.
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(aws-lambda|geojson|pdfmake/interfaces\\.js)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['cdk\\.out', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
