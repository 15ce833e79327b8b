import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@geoarchive/contract/client.ts';
import type { Deposit, depositInput } from '@geoarchive/contract/deposits.ts';
import { archive, intake } from '@geoarchive/contract/routes.ts';
import { listFolder } from '@geoarchive/frontend-cli/deposit-flow.ts';
import { uploadAll } from '@geoarchive/frontend-cli/upload.ts';
import type { z } from 'zod';
import { writeSample } from '../sample/sample.ts';
import { until } from './until.ts';

export type People = { submitter: Client; checker: Client; certifier: Client };
type Input = z.input<typeof depositInput>;

const describe = (title: string, more: Partial<Input> = {}): Input => ({
  title,
  dataKind: 'result',
  dataClass: 'mineral-exploration',
  source: 'state-project',
  secrecy: 'public',
  keywords: ['金矿', '普查'],
  minerals: ['金矿'],
  regions: [{ code: '420500', name: '湖北省宜昌市' }],
  bbox: [111.3, 30.7, 111.55, 30.87],
  abstract: '演示用的汇交：报告、图件、测井曲线和钻孔表均由程序生成。',
  authors: ['王立新等'],
  producer: '示范第一地质大队',
  ...more,
});

/** Makes one deposit in each state that lasts, through the very interfaces that people use. */
export const loadDeposits = async ({ submitter, checker, certifier }: People): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'geoarchive-demo-'));
  await writeSample(folder);
  const files = await listFolder(folder);
  const get = (id: string) => submitter.call(intake.getDeposit, { params: { id } });
  const reaches = (id: string, state: Deposit['state']) =>
    until(
      () => get(id),
      (deposit) => deposit.state === state,
    );

  const filled = async (title: string, more: Partial<Input> = {}): Promise<string> => {
    const { id } = await submitter.call(intake.createDeposit, { body: describe(title, more) });
    if (more.stub === undefined) await uploadAll(submitter, id, files, () => undefined);
    return id;
  };
  const checked = async (title: string, more: Partial<Input> = {}): Promise<string> => {
    const id = await filled(title, more);
    await submitter.call(intake.completeDeposit, { params: { id } });
    await reaches(id, 'checked');
    return id;
  };
  const sealed = async (title: string, more: Partial<Input> = {}): Promise<string> => {
    const id = await checked(title, more);
    await submitter.call(intake.submitDeposit, { params: { id } });
    await reaches(id, 'sealed');
    return id;
  };
  const reviewOf = async (depositId: string) => {
    const found = await until(
      async () =>
        (await checker.call(archive.listReviews, { query: { limit: 100, state: 'received' } })).items.find(
          (r) => r.depositId === depositId,
        ),
      (review) => review !== undefined,
    );
    if (found === undefined) throw new Error(`No review of deposit ${depositId}`);
    return { params: { id: found.id } };
  };
  const accepted = async (title: string, more: Partial<Input> = {}) => {
    const id = await sealed(title, more);
    const review = await reviewOf(id);
    await checker.call(archive.acceptReview, review);
    await until(
      () => checker.call(archive.getReview, review),
      ({ state }) => state === 'accepted',
    );
    return review;
  };

  try {
    const returning = async () => {
      const review = await reviewOf(await sealed('宜昌市秭归县金矿普查报告（已退回）'));
      const body = {
        reason: '附图缺少图例，请补充后重新提交。',
        items: ['附图 1 补充图例', '附表 3 核对孔深'],
      };
      await checker.call(archive.returnReview, { ...review, body });
    };
    const certifying = async () => {
      await certifier.call(archive.certifyReview, await accepted('宜昌市五峰县页岩气调查报告（已发证）'));
    };
    const cancelling = async () => {
      const id = await filled('重复登记的汇交（已取消）');
      await submitter.call(intake.cancelDeposit, { params: { id } });
    };
    // Of a state secret nothing is said but where its paper is.
    const unsaid = {
      abstract: '',
      authors: [],
      keywords: [],
      minerals: [],
      regions: [],
      bbox: undefined,
      producer: '',
    };
    const stub = { carrierSlip: 'ZJ-2026-0017', place: '全国地质资料馆保密室 3 柜' };
    // Side by side: each waits for the pipeline most of the time.
    await Promise.all([
      filled('宜昌市夷陵区磷矿详查报告（填报中）'),
      checked('宜昌市远安县磷矿勘探报告（已检查）'),
      sealed('宜昌市兴山县银钒矿普查报告（待验收）'),
      sealed('关于某涉密项目的目录登记', { secrecy: 'secret', stub, ...unsaid }),
      returning(),
      accepted('宜昌市长阳县锰矿详查报告（已验收）'),
      certifying(),
      cancelling(),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
