import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import {
  archive,
  custodyAgreements,
  custodyHoldings,
  documents,
  evaluation,
  intake,
  notices,
  openFigures,
  portal,
  reporting,
} from '@geoarchive/contract/routes.ts';
import { textPartCodes } from '@geoarchive/domain/reporting/report.ts';
import { listFolder } from '@geoarchive/frontend-cli/deposit-flow.ts';
import { jobEnd } from '@geoarchive/frontend-cli/job-flow.ts';
import { uploadAll } from '@geoarchive/frontend-cli/upload.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { actors } from '../support/actors.ts';
import { listen } from '../support/ears.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn, releaseFiles } from '../support/path.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(() => inside.close());

test('an S3 notification that comes again, or late, changes nothing', async () => {
  const submitter = await people.as('SUBMITTER');
  const { id } = await submitter.call(intake.createDeposit, { body: description('重复通知') });
  const params = { id };
  const upload = async (text: string) => {
    const files = await listFolder(folderOf({ '孔.txt': text }));
    await uploadAll(submitter, id, files, () => undefined);
    return until(
      async () => await submitter.call(intake.getFileReport, { params: { id, no: 1 } }),
      ({ state, sha256 }) => state === 'inspected' && sha256 === files[0]?.sha256,
    );
  };
  await upload('第一次上传\n');
  const second = await upload('第二次上传，内容更正\n');

  const Bucket = inside.named('intake/IntakeBucket');
  const { Versions = [] } = await inside.clients.s3.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: `files/${id}/` }),
  );
  expect(Versions).toHaveLength(2);
  const rows = await inside.table('intake').query({ partition: `deposit#${id}`, prefix: 'page#' });
  const sequencer: string = Object(rows.rows[0])['files']['f1']['sequencer'];
  const notice = (version: (typeof Versions)[number] | undefined, order: string) => ({
    Records: [
      {
        eventName: 'ObjectCreated:Put',
        s3: {
          object: {
            key: version?.Key,
            size: version?.Size,
            versionId: version?.VersionId,
            sequencer: order,
          },
        },
      },
    ],
  });
  const [newest, oldest] = Versions;
  for (let times = 0; times < 3; times += 1)
    await inside.send('intake/DispatchWorkerQueue', notice(newest, sequencer));
  // The first upload's notification arrives last: SQS promises no order.
  await inside.send('intake/DispatchWorkerQueue', notice(oldest, '0'));
  await inside.quiet();
  expect(await submitter.call(intake.getFileReport, { params: { id, no: 1 } })).toEqual(second);
  expect((await submitter.call(intake.getDeposit, { params })).counts).toMatchObject({
    registered: 1,
    inspected: 1,
  });

  // A file taken out again does not come back.
  await submitter.call(intake.removeFile, { params: { id, no: 1 } });
  await inside.send('intake/DispatchWorkerQueue', notice(newest, sequencer));
  await inside.quiet();
  expect((await submitter.call(intake.listFiles, { params })).items).toEqual([]);
  expect((await submitter.call(intake.getDeposit, { params })).counts).toMatchObject({
    registered: 0,
    inspected: 0,
  });
});

test('every event of the whole path may come three times', async () => {
  const ears = await listen(inside);
  try {
    const folder = folderOf({ '报告.txt': '多次送达的事件\n', '表.csv': '孔号,X\nZK1,1\n' });
    const { id } = await handIn(people, folder, description('事件重复送达'));
    const accepted = await acceptDeposit(people, id);
    const params = { id: accepted.id };
    await (await people.as('CERTIFICATE_OFFICER')).call(archive.certifyReview, { params });
    const dossierId = accepted.dossierId ?? '';
    await releaseFiles(people, dossierId, [1]);
    const submitter = await people.as('SUBMITTER');
    await until(
      () => submitter.call(intake.getDeposit, { params: { id } }),
      ({ state }) => state === 'certified',
    );
    await inside.quiet();
    const look = async () => ({
      deposit: await submitter.call(intake.getDeposit, { params: { id } }),
      review: await (await people.as('ARCHIVE_CHECKER')).call(archive.getReview, { params }),
      dossier: await (await people.as('ARCHIVE_KEEPER')).call(archive.getDossier, {
        params: { id: dossierId },
      }),
      papers: await submitter.call(documents.listOwnDocuments, { params: { id } }),
      record: await people.stranger().call(portal.getRecord, { params: { id: dossierId } }),
      bundles: (await inside.list(inside.named('portal/InboxBucket'), 'bundles/')).filter((key) =>
        key.endsWith('manifest.json'),
      ).length,
    });
    const before = await look();

    const events = (await ears.all()).filter(({ data }) => {
      const about = JSON.stringify(data);
      return about.includes(id) || about.includes(dossierId) || about.includes(accepted.id);
    });
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set([
        ...['DepositCreated', 'DepositCompleted', 'DepositChecked', 'DepositSubmitted', 'DepositSealed'],
        ...['DepositReceived', 'AcceptanceStarted', 'DepositAccepted', 'CertificateIssued'],
        ...['DepositAcceptanceSeen', 'DepositCertificateSeen', 'ReleaseProposed', 'ReleaseApproved'],
        ...['DossierReleased', 'RecordPublished', 'RecordOpened', 'DocumentIssued'],
        ...events.filter(({ type }) => type === 'DepositInspected').map(({ type }) => type),
      ]),
    );
    await ears.tellAgain(events);
    // The door's own notification too.
    const inbox = inside.named('portal/InboxBucket');
    for (const key of (await inside.list(inbox, 'bundles/')).filter((one) => one.endsWith('manifest.json')))
      await inside.send('portal/IngestWorkerQueue', { Records: [{ s3: { object: { key } } }] });
    await inside.quiet();
    expect(await look()).toEqual(before);
    expect(await inside.deadLetters()).toEqual({});
  } finally {
    await ears.close();
  }
});

/** A year of which no other test has a list, a report or an evaluation. */
const year = 2016;

test('events of custody, of the annual report and of the evaluation may come three times', async () => {
  const [ministry, custodian, keeper] = await Promise.all([
    people.as('MINISTRY_ADMIN'),
    people.as('CUSTODIAN_ADMIN'),
    people.as('ARCHIVE_KEEPER'),
  ]);
  const ears = await listen(inside);
  try {
    const agreement = await ministry.call(custodyAgreements.draftAgreement, {
      body: {
        ...{ custodian: 'CNPC', authority: 'ministry', title: '重复送达的协议', duties: '妥善保管。' },
        scope: { kinds: ['physical'], classes: [], area: '示例盆地' },
        ...{ start: '2016-01-01', end: '2099-12-31', contacts: [{ side: 'custodian', name: '资料处' }] },
      },
    });
    await ministry.call(custodyAgreements.moveAgreement, {
      params: { id: agreement.id },
      body: { move: 'sign', text: '已盖章' },
    });

    const importId = ulid();
    const period = String(year);
    const row = { code: 'YX-1', custodian: 'CNPC', kind: 'physical' as const, title: '岩心', count: 3 };
    await custodian.call(custodyHoldings.putHoldingBatch, {
      params: { id: importId, no: 1 },
      body: {
        custodian: 'CNPC',
        rows: [{ ...row, category: '岩心', unit: '米', place: '1 架', condition: 'good' }],
      },
    });
    await custodian.call(custodyHoldings.startHoldingImport, {
      params: { id: importId },
      body: { custodian: 'CNPC', period, batches: 1, subject: '清单.xlsx' },
    });
    await jobEnd(custodian, importId);
    const list = { custodian: 'CNPC', period };
    const moved = await custodian.call(custodyHoldings.moveHoldingList, {
      params: list,
      body: { move: 'hand-in', text: '' },
    });

    const begun = await keeper.call(reporting.beginReport, { body: { year } });
    const params = { id: begun.id };
    let report = await until(
      () => keeper.call(reporting.getAnnualReport, { params }),
      ({ figures }) => figures !== undefined,
    );
    for (const part of textPartCodes)
      report = await keeper.call(reporting.saveText, {
        params: { id: begun.id, part },
        body: { text: part },
        ifMatch: report.version,
      });
    report = await keeper.call(reporting.moveReport, {
      ...{ params, body: { move: 'sign' }, ifMatch: report.version },
    });
    for (const move of ['check', 'accept'] as const)
      report = await ministry.call(reporting.moveReport, {
        ...{ params, body: { move }, ifMatch: report.version },
      });
    // Opened twice: the second tells the same year anew, and is the one that stays.
    for (const _ of [1, 2]) await ministry.call(reporting.openFigures, { params: { year } });

    const { id } = await ministry.call(evaluation.beginEvaluation, { body: { period } });
    const draft = await until(
      () => ministry.call(evaluation.getEvaluation, { params: { id } }),
      ({ results, computing }) => results.length > 0 && !computing,
    );
    await ministry.call(evaluation.circulateEvaluation, {
      params: { id },
      body: { text: '通报如下。' },
      ifMatch: draft.version,
    });
    await inside.quiet();

    const look = async () => ({
      agreement: await ministry.call(custodyAgreements.getAgreement, { params: { id: agreement.id } }),
      list: await ministry.call(custodyHoldings.getHoldingList, { params: list }),
      report: await keeper.call(reporting.getAnnualReport, { params }),
      evaluation: await ministry.call(evaluation.getEvaluation, { params: { id } }),
      figures: (await people.stranger().call(openFigures.listOpenFigures)).items.find(
        (one) => one.year === year,
      ),
      told: await Promise.all(
        [ministry, custodian, keeper].map((one) => one.call(notices.listNotices, { query: { limit: 100 } })),
      ),
    });
    const before = await look();
    expect(before.figures).toMatchObject({ version: 2 });
    const events = (await ears.all()).filter(({ type, data }) => {
      const about = JSON.stringify(data);
      if (type === 'NationalFiguresOpened') return about.includes(`"year":${year}`);
      return [agreement.id, moved.id, begun.id, id, importId].some((one) => about.includes(one));
    });
    expect([...new Set(events.map(({ type }) => type))]).toEqual(
      expect.arrayContaining([
        ...['AgreementSigned', 'HoldingListMoved', 'AnnualReportMoved', 'EvaluationCirculated'],
        'NationalFiguresOpened',
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
