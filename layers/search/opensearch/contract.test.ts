import { describe, test } from '@jest/globals';
import { engineContract } from '../testing/contract.ts';
import { fakeOpenSearch } from '../testing/opensearch.ts';
import { createOpenSearchEngine, indexName } from './engine.ts';
import { send } from './http.ts';
import { createOpenSearchWriter } from './writer.ts';

engineContract(
  'opensearch in memory',
  async () => {
    const { fetch } = fakeOpenSearch();
    let clock = 0;
    const now = () => ++clock;
    const deps = { endpoint: 'http://os', index: 'contract', fetch, now };
    return {
      engine: createOpenSearchEngine(deps),
      writer: createOpenSearchWriter(deps),
      refresh: async () => undefined,
      close: async () => undefined,
    };
  },
  40,
);

/** An OpenSearch to test against, for example of a container: nothing smaller answers as it does. */
const endpoint = process.env['OPENSEARCH_URL'];

if (endpoint === undefined) {
  describe('opensearch: what every engine does', () => {
    test.skip('needs OPENSEARCH_URL', () => undefined);
  });
} else {
  engineContract(
    'opensearch',
    async () => {
      const deps = { endpoint, index: `contract-${process.pid}-${Date.now()}`, fetch, now: Date.now };
      return {
        engine: createOpenSearchEngine(deps),
        writer: createOpenSearchWriter(deps),
        refresh: async () => {
          await send(deps, 'POST', `${indexName(deps)}/_refresh`);
        },
        close: async () => {
          await send(deps, 'DELETE', indexName(deps));
        },
      };
    },
    40,
  );
}
