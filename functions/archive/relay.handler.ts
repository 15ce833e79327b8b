import { relayHandler } from '@geoarchive/platform/relay-handler.ts';

export const handler = relayHandler();
