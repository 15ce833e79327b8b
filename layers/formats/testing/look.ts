import { type Inspection, inspect } from '../inspect.ts';
import { bytesSource } from '../sources.ts';

/** Inspects bytes under a name; `beside` are the files of the same folder. */
export function look(
  name: string,
  content: Uint8Array | string,
  beside?: Record<string, Uint8Array | string>,
): Promise<Inspection> {
  const siblings =
    beside &&
    ((wanted: string) => {
      const found = beside[wanted];
      return found === undefined ? undefined : bytesSource(wanted, Buffer.from(found));
    });
  return inspect(bytesSource(name, Buffer.from(content)), siblings ? { siblings } : {});
}

/** The codes of the problems, with their severity: `e:truncated`. */
export const codes = ({ problems }: Inspection) =>
  problems.map(({ severity, code }) => `${severity[0]}:${code}`);
