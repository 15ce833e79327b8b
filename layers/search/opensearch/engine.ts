import type { SearchEngine } from '../port.ts';
import { type OpenSearchDeps, send } from './http.ts';
import { MAPPING_VERSION } from './mapping.ts';
import { readReply } from './reply.ts';
import { searchBody } from './request.ts';

/** The index that holds the records for this version of the code. */
export const indexName = ({ index }: OpenSearchDeps): string => `${index}-v${MAPPING_VERSION}`;

/** A search engine over an OpenSearch index. Throws `OpenSearchProblem`. */
export const createOpenSearchEngine = (deps: OpenSearchDeps): SearchEngine => ({
  async search(query) {
    const body = await send(deps, 'POST', `${indexName(deps)}/_search`, { json: searchBody(query) });
    return readReply(query, body);
  },
});
