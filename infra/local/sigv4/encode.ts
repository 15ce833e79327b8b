import { AwsError } from './aws-error.ts';

/** Percent-encodes as SigV4 asks (RFC 3986: only letters, digits and `-._~` stay). */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Decodes percent-encoding; a `+` stays a `+`. Throws InvalidURI (400) on what is no UTF-8. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AwsError('InvalidURI', 400, "Couldn't parse the specified URI.");
  }
}

/** The raw path and the decoded query of a request target such as `/a%20b?x=1`. */
export function splitUrl(url: string): { path: string; query: [name: string, value: string][] } {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const text = mark < 0 ? '' : url.slice(mark + 1);
  const query = text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      return equals < 0
        ? [decodePercent(pair), '']
        : [decodePercent(pair.slice(0, equals)), decodePercent(pair.slice(equals + 1))];
    });
  return { path, query };
}
