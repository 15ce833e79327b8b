import { type AgreementBody, agreementBody } from '@geoarchive/contract/custody-agreements.ts';
import { type AgreementState, agreementLifecycle } from '@geoarchive/domain/custody/agreement.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { aggregates, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';

export type AgreementItem = Item<AgreementBody, AgreementState>;

/** Agreements of custody (委托协议): all, those of a custodian, and those of who entrusts, each by their end. */
export const agreementStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'custody-agreement',
    table,
    clock,
    schema: agreementBody,
    lifecycle: agreementLifecycle,
    lists: ({ id, body }) => {
      const by = `${body.end}#${id}`;
      return {
        gsi1: { in: 'custody-agreements', by },
        gsi2: { in: `custody-agreements#${body.custodian}`, by },
        gsi3: { in: `custody-agreements-by#${body.authority}`, by },
      };
    },
  });
  const all = async (index: 'gsi1' | 'gsi2' | 'gsi3', partition: string) => {
    const found: AgreementItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list(index, partition, { cursor, limit: 100 });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  };
  return {
    ...store,
    /** Every agreement there is: there are dozens, not thousands. */
    all: () => all('gsi1', 'custody-agreements'),
    of: (custodian: string) => all('gsi2', `custody-agreements#${custodian}`),
    by: (authority: string) => all('gsi3', `custody-agreements-by#${authority}`),
  };
};
