import { openApi } from './openapi.ts';

/** The OpenAPI document of the internal API. A function's bundle holds it made instead of making it (`infra/bundle/openapi-documents.ts`). */
export const document = (): Record<string, unknown> => openApi('internal');
