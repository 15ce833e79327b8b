import type { Client } from '@geoarchive/contract/client.ts';
import { cases, service } from '@geoarchive/contract/routes.ts';
import type { GrantDetail } from '@geoarchive/contract/service.ts';
import { useTerms } from '@geoarchive/domain/service/codes.ts';
import { sendEvidence } from '@geoarchive/frontend-shared/cases/send-evidence.ts';
import { until } from './until.ts';

type Asked = { record: { id: string; title: string }; text: string; days: number; allowed: number };

/**
 * Asks for a record that is not protected, as a person with an identity paper, and grants that it is read on site; gives the grant as soon
 * as it may be used.
 */
export const grantOnSite = async (asker: Client, keeper: Client, of: Asked): Promise<GrantDetail> => {
  const paper = new File(['身份证（测试数据）\n'], '身份证.txt');
  const evidence = await sendEvidence(asker, [paper], service.signUseEvidence);
  const { id } = await asker.call(service.fileUseRequest, {
    body: {
      ...{ node: 'NGA', purpose: 'research', askerKind: 'person', text: of.text },
      ...{ records: [of.record], evidence, accepted: useTerms.version },
    },
  });
  const params = { id };
  const arrived = await until(
    () => keeper.call(service.getUseRequest, { params }).catch(() => undefined),
    (found) => found !== undefined,
  );
  await keeper.call(cases.assignCase, { params, body: { to: 'me' } });
  if (arrived?.prices !== undefined)
    await keeper.call(service.quoteUseRequest, { params, body: { lines: [], text: '免费提供。' } });
  const item = arrived?.items[0]?.itemId ?? '';
  const decided = await keeper.call(service.decideUseItem, {
    params: { id, item },
    body: {
      ...{ outcome: 'grant', reasons: '证件已核验。', mode: 'on-site', days: of.days, allowed: of.allowed },
      checked: ['identity'],
    },
  });
  const grant = decided.items[0]?.grant?.id ?? '';
  return until(
    () => keeper.call(service.getGrant, { params: { id: grant } }),
    ({ state }) => state === 'active',
    60,
  );
};
