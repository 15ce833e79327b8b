import type { Client } from '@geoarchive/contract/client.ts';
import { toProblem } from '../problem/problem.ts';

/** The client, which also tells of each call that was refused for want of a valid sign-in. */
export const watched = (client: Client, onRefused: () => void): Client => ({
  call: async (route, input) => {
    try {
      return await client.call(route, input);
    } catch (error) {
      if (toProblem(error).status === 401) onRefused();
      throw error;
    }
  },
});
