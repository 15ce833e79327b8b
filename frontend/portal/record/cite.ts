import type { PublicRecord } from '@geoarchive/contract/portal.ts';

type Cited = Pick<PublicRecord, 'authors' | 'title' | 'producer' | 'formedOn' | 'node' | 'code'>;

/** A reference to a record in the order of GB/T 7714 for archives: authors. title[A]. producer, year. holder: number. */
export const citation = (record: Cited, holder: string): string => {
  const { authors, title, producer, formedOn, code } = record;
  const who = authors.length > 3 ? `${authors.slice(0, 3).join(', ')}, 等` : authors.join(', ');
  const made = [producer, formedOn?.slice(0, 4)].filter((part) => part !== undefined).join(', ');
  return [who, `${title}[A]`, made, `${holder}: ${code}`].filter((part) => part !== '').join('. ');
};
