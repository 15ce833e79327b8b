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
    // Before the first record is written there is no index, and so nothing to find.
    const path = `${indexName(deps)}/_search?ignore_unavailable=true`;
    const body = await send(deps, 'POST', path, { json: searchBody(query) });
    return readReply(query, body);
  },
});
