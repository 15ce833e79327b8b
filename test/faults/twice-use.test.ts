import { cases, copies, delivery, loans, notices, readings, service } from '@geoarchive/contract/routes.ts';
import { useTerms } from '@geoarchive/domain/service/codes.ts';
import { sendEvidence } from '@geoarchive/frontend-shared/cases/send-evidence.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import { type Actors, actors } from '../support/actors.ts';
import { listen } from '../support/ears.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn, releaseFiles } from '../support/path.ts';
import { person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { grantOnSite } from '../support/use.ts';

jest.setTimeout(240_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(() => inside.close());

const stamp = Date.now();
const organisation = `TWICE-${stamp}`;
const title = `多次送达的受保护报告 ${stamp}`;
const one = (username: string, role: 'SUBMITTER' | 'SUBMITTER_ADMIN' | 'REGISTERED_USER') =>
  person(endpoints, inside, {
    ...{ username: `${username}-${stamp}`, role },
    ...(role === 'REGISTERED_USER' ? {} : { organisation }),
  });

/** A record of an organisation of its own whose file is protected, or given on request. */
const record = async (protectedUntil: string | undefined): Promise<string> => {
  const made = await PDFDocument.create();
  for (const _ of [1, 2]) made.addPage([595, 842]);
  const clients: Actors = {
    ...people,
    as: (role) => (role === 'SUBMITTER' ? one('hands-in', 'SUBMITTER') : people.as(role)),
  };
  const more = protectedUntil === undefined ? {} : { protectedUntil };
  const { id } = await handIn(
    clients,
    folderOf({ 'Z/报告.pdf': await made.save() }),
    description(title, more),
  );
  const dossierId = (await acceptDeposit(clients, id)).dossierId ?? '';
  await releaseFiles(clients, dossierId, []);
  return dossierId;
};

test('events of use may come three times: request, quote, consent, grant, opening, reading, copy, loan', async () => {
  const [dossierId, onRequest] = [await record('2031-12-31'), await record(undefined)];
  const [keeper, boss, asker] = await Promise.all([
    people.as('ARCHIVE_KEEPER'),
    one('boss', 'SUBMITTER_ADMIN'),
    one('asks', 'REGISTERED_USER'),
  ]);
  const ears = await listen(inside);
  try {
    /** A request for the protected record of which the submitter is asked. */
    const asked = async () => {
      const paper = new File(['身份证（测试数据）\n'], '身份证.txt');
      const { id } = await asker.call(service.fileUseRequest, {
        body: {
          ...{ node: 'NGA', purpose: 'research', askerKind: 'person', text: '用于研究。' },
          ...{ records: [{ id: dossierId, title }], accepted: useTerms.version },
          evidence: await sendEvidence(asker, [paper], service.signUseEvidence),
        },
      });
      const params = { id };
      const seen = () => keeper.call(service.getUseRequest, { params }).catch(() => undefined);
      const request = await until(seen, (found) => found !== undefined);
      const item = request?.items[0]?.itemId ?? '';
      await keeper.call(cases.assignCase, { params, body: { to: 'me' } });
      await keeper.call(service.askConsent, { params: { id, item }, body: { text: '请答复。' } });
      await until(
        () => boss.call(service.listConsents),
        ({ items }) => items.some(({ itemId }) => itemId === item),
      );
      return { id, params, seen, request, item };
    };
    const { id, params, seen, request, item } = await asked();
    // One that is refused while its question is out: the question is closed.
    const other = await asked();
    await keeper.call(service.decideUseItem, {
      params: { id: other.id, item: other.item },
      body: { outcome: 'refuse', reasons: '已另行许可。' },
    });
    await boss.call(service.answerConsent, {
      params: { id: item },
      body: { answer: 'given', text: '同意。' },
    });
    await until(seen, (found) => found?.items[0]?.state === 'consented');
    const [charge] = request?.prices?.items ?? [];
    if (charge === undefined) throw new Error('The run has no price list');
    await keeper.call(service.quoteUseRequest, {
      params,
      body: { lines: [{ charge: charge.charge, quantity: 2 }], text: '请确认。' },
    });
    await until(
      () => asker.call(service.getOwnUseRequest, { params }),
      ({ can }) => can.includes('quote'),
    );
    await asker.call(service.answerQuote, { params, body: { no: 1, answer: 'accepted' } });
    await until(seen, (found) => found?.quote?.state === 'accepted');
    const decided = await keeper.call(service.decideUseItem, {
      params: { id, item },
      body: {
        ...{ outcome: 'grant', reasons: '同意。', mode: 'read-online', days: 7, allowed: 5 },
        checked: ['identity'],
      },
    });
    const grant = { id: decided.items[0]?.grant?.id ?? '' };
    const own = () => asker.call(delivery.getOwnGrant, { params: grant }).catch(() => undefined);
    await until(own, (found) => found?.state === 'active', 90);
    await asker.call(delivery.openGrantFile, { params: grant, body: { no: 1 } });
    await keeper.call(service.extendGrant, { params: grant, body: { days: 1, reads: 1, reason: '续。' } });

    const onSite = await grantOnSite(asker, keeper, {
      record: { id: onRequest, title },
      ...{ text: '到馆查阅。', days: 7, allowed: 3 },
    });
    const reading = await keeper.call(readings.openReading, {
      params: { id: onSite.id },
      body: { reader: 'person', name: onSite.personName },
    });
    const copy = await keeper.call(copies.askCopy, {
      params: { id: reading.id },
      body: { no: 1, pages: [2], copies: 1, text: '附图。' },
    });
    await keeper.call(copies.decideCopy, {
      params: { id: copy.id },
      body: { outcome: 'grant', reasons: '同意。' },
    });
    const loan = await keeper.call(loans.lend, {
      body: {
        ...{ kind: 'paper', mark: `twice-${stamp}`, title, dossierId: onRequest, borrower: '李四' },
        ...{ purpose: 'research', askerKind: 'person', due: '2099-12-31' },
      },
    });
    await keeper.call(loans.endLoan, {
      params: { id: loan.id },
      body: { move: 'return', condition: '完好。' },
    });
    await until(
      () => keeper.call(service.getGrant, { params: grant }),
      ({ used }) => used === 1,
    );
    await inside.quiet();

    const look = async () => ({
      request: await keeper.call(service.getUseRequest, { params }),
      own: await asker.call(service.getOwnUseRequest, { params }),
      consents: await boss.call(service.listConsents),
      grants: await Promise.all(
        [grant.id, onSite.id].map((one) => keeper.call(service.getGrant, { params: { id: one } })),
      ),
      held: await asker.call(delivery.listOwnGrants),
      files: await inside.list(inside.named('portal/DeliveryBucket'), `delivery/${grant.id}/`),
      figures: await keeper.call(service.useFigures, { query: { year: String(new Date().getFullYear()) } }),
      copies: await keeper.call(copies.listCopies, { query: { grant: onSite.id } }),
      told: await Promise.all(
        [asker, boss, keeper].map((one) => one.call(notices.listNotices, { query: { limit: 100 } })),
      ),
    });
    const before = await look();
    const about = [
      id,
      item,
      other.id,
      other.item,
      grant.id,
      onSite.id,
      onSite.requestId,
      reading.id,
      copy.id,
      loan.id,
    ];
    const events = (await ears.all()).filter(({ data }) => {
      const said = JSON.stringify(data);
      return about.some((one) => said.includes(one));
    });
    expect([...new Set(events.map(({ type }) => type))]).toEqual(
      expect.arrayContaining([
        ...['CaseLetterWritten', 'CaseLetterSealed', 'CaseTold', 'UseUpdateSeen'],
        ...['ConsentAsked', 'ConsentQuestionSeen', 'ConsentClosed'],
        ...['GrantMoved', 'GrantDelivered', 'GrantTold', 'GrantSeen', 'GrantUsed'],
        ...['ReadingMoved', 'CopyMoved', 'LoanMoved'],
      ]),
    );
    await ears.tellAgain(events);
    await inside.quiet();
    expect(await look()).toEqual(before);
    expect(await inside.deadLetters()).toEqual({});
  } finally {
    await ears.close();
  }
});
