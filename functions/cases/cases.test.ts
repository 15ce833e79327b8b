import { createHash } from 'node:crypto';
import { limits } from '@geoarchive/domain/limits.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { caseDecided } from '../archive/effects.ts';
import { depositId } from '../intake/testing/kit.ts';
import { receiveLetter } from './receive-letter.ts';
import { type CaseKit, caseKit } from './testing/kit.ts';
import { caseTold } from './told.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let kit: CaseKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await caseKit(tables);
  await kit.own.open(depositId, {}, 'returned');
});

const post = (path: string, body: unknown = {}) => ({ method: 'POST' as const, path, body });
const about = { kind: 'deposit', id: depositId };
const objection = { kind: 'objection', title: '退回理由不成立', text: '附图 2 已在提交的文件中。', about };
const idOf = (reply: { body: Record<string, unknown> }): string => String(reply.body['id']);
const opened = async (more: Record<string, unknown> = {}): Promise<string> => {
  const reply = await kit.asker(post('/cases/own', { ...objection, ...more }));
  expect([reply.status, kit.errors()]).toEqual([201, []]);
  await kit.deliver();
  return idOf(reply);
};
const see = async (id: string) =>
  (await kit.as('wang', 'CERTIFICATE_OFFICER', { path: `/cases/items/${id}` })).body;
const seeOwn = async (id: string) => (await kit.asker({ path: `/cases/own/${id}` })).body;
const take = (id: string, who = 'wang') =>
  kit.as(who, 'CERTIFICATE_OFFICER', post(`/cases/items/${id}/assignment`, { to: 'me' }));
const decide = (
  id: string,
  outcome = 'granted',
  who = 'wang',
  role: 'CERTIFICATE_OFFICER' | 'MINISTRY_ADMIN' = 'CERTIFICATE_OFFICER',
) => kit.as(who, role, post(`/cases/items/${id}/decision`, { outcome, reasons: '附图确在其中。' }));

describe('the way of a case', () => {
  test('opened outside, taken, asked back, answered, decided; the asker sees each step', async () => {
    const id = await opened();
    expect(await see(id)).toMatchObject({
      number: 'AJ-NGA-2026-000001',
      state: 'opened',
      asker: { organisation: 'MINE' },
      subject: { kind: 'deposit', depositId, round: 1 },
      moves: ['take', 'reject'],
      messages: [{ from: 'asker', text: objection.text }],
    });
    expect(await seeOwn(id)).toMatchObject({
      number: 'AJ-NGA-2026-000001',
      state: 'opened',
      can: ['write', 'withdraw'],
    });

    expect((await take(id)).body).toMatchObject({ state: 'in-hand', assignee: { name: 'wang' } });
    await kit.as(
      'wang',
      'CERTIFICATE_OFFICER',
      post(`/cases/items/${id}/messages`, { text: '请指明文件。', as: 'ask' }),
    );
    await kit.deliver();
    expect(await seeOwn(id)).toMatchObject({ state: 'waiting', can: ['answer', 'withdraw'] });
    expect((await seeOwn(id))['due']).toBeUndefined();

    await kit.asker(post(`/cases/own/${id}/messages`, { text: '第 3 个文件。' }));
    await kit.deliver();
    expect(await see(id)).toMatchObject({ state: 'in-hand' });
    expect((await decide(id)).status).toBe(200);
    await kit.deliver();
    const own = await seeOwn(id);
    expect(own).toMatchObject({
      state: 'decided',
      decision: { outcome: 'granted', reasons: '附图确在其中。' },
      can: ['appeal'],
    });
    expect((own['messages'] as { text: string }[]).map(({ text }) => text)).toEqual([
      objection.text,
      '请指明文件。',
      '第 3 个文件。',
    ]);
    expect(kit.errors()).toEqual([]);
  });

  test('an internal note, and who has it in hand, never leave the archive', async () => {
    const id = await opened();
    await take(id);
    const secret = '内部：等保密办意见';
    await kit.as(
      'wang',
      'CERTIFICATE_OFFICER',
      post(`/cases/items/${id}/messages`, { text: secret, as: 'note' }),
    );
    await kit.deliver();
    expect(JSON.stringify(await see(id))).toContain(secret);
    const everything = JSON.stringify(await tables.all(kit.own.table));
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain('assignee');
    for (const { type, data } of await kit.raised('archive'))
      expect([type, JSON.stringify(data)]).not.toContain(secret);
  });

  test('another organisation sees nothing of it, another archive neither', async () => {
    const id = await opened();
    for (const path of [`/cases/own/${id}`, `/cases/own/${id}/messages`, `/cases/own/${id}/withdrawal`])
      expect(
        (await kit.asker(path.endsWith(id) ? { path } : post(path, { text: 'x', reason: 'x' }), 'OTHER'))
          .status,
      ).toBe(404);
    expect((await kit.asker({ path: '/cases/own' }, 'OTHER')).body).toEqual({ items: [] });
    expect((await kit.asker({ path: '/cases/own', query: { deposit: [depositId] } }, 'OTHER')).status).toBe(
      404,
    );
    expect((await kit.asker(post('/cases/own', objection), 'OTHER')).status).toBe(404);
    expect((await kit.as('hu', 'CERTIFICATE_OFFICER', { path: `/cases/items/${id}` }, 'HB')).status).toBe(
      404,
    );
    expect(
      (await kit.as('hu', 'CERTIFICATE_OFFICER', { path: '/cases/items', query: { of: [depositId] } }, 'HB'))
        .body['items'],
    ).toEqual([]);
  });

  test('withdrawn by its asker; what comes too late is kept as what was said', async () => {
    const id = await opened();
    await kit.asker(post(`/cases/own/${id}/withdrawal`, { reason: '已自行更正' }));
    expect(await seeOwn(id)).toMatchObject({ can: [] });
    await take(id);
    await decide(id, 'refused');
    await kit.deliver();
    // Decided before the letter came in: the decision stands, the letter is there.
    expect(await see(id)).toMatchObject({ state: 'decided', messages: [{}, { text: '已自行更正' }] });
    const other = await opened();
    await kit.asker(post(`/cases/own/${other}/withdrawal`, { reason: '已自行更正' }));
    await kit.deliver();
    expect(await see(other)).toMatchObject({ state: 'withdrawn', ended: { reason: '已自行更正' } });
    expect(await seeOwn(other)).toMatchObject({ state: 'withdrawn', can: [] });
  });

  test('refused to be admitted, with the reason', async () => {
    const id = await opened();
    await kit.as('wang', 'ARCHIVE_CLERK', post(`/cases/items/${id}/rejection`, { reason: '不属本馆' }));
    await kit.deliver();
    expect(await seeOwn(id)).toMatchObject({ state: 'inadmissible', ended: { reason: '不属本馆' }, can: [] });
  });

  test('everything may come twice, and backwards', async () => {
    const id = await opened();
    await kit.asker(post(`/cases/own/${id}/messages`, { text: '补充一' }));
    await take(id);
    await kit.deliver();
    const before = [await see(id), await seeOwn(id)];
    for (const told of (await kit.dataOf('archive', 'CaseTold')).toReversed()) await caseTold(kit.own, told);
    for (const sealed of (await kit.dataOf('intake', 'CaseLetterSealed')).toReversed())
      await receiveLetter(kit.door, sealed);
    await kit.deliver();
    expect([await see(id), await seeOwn(id)]).toEqual(before);
  });

  test('a letter that comes before its predecessor waits for it', async () => {
    const reply = await kit.asker(post('/cases/own', objection));
    await kit.asker(post(`/cases/own/${idOf(reply)}/messages`, { text: '补充一' }));
    await kit.deliver();
    const [, second] = await kit.dataOf('intake', 'CaseLetterSealed');
    const empty = await caseKit(tables);
    if (second === undefined) throw new Error('no second letter');
    await expect(
      receiveLetter({ ...empty.door, intake: kit.intake, receiptKey: kit.door.receiptKey }, second),
    ).rejects.toThrow('came before letter 1');
  });
});

describe('who may what', () => {
  test('a checker does not decide an objection; decisions carry reasons and an outcome of their kind', async () => {
    const id = await opened();
    await take(id);
    const path = `/cases/items/${id}/decision`;
    const body = { outcome: 'granted', reasons: 'r' };
    expect((await kit.as('zhao', 'ARCHIVE_CHECKER', post(path, body))).status).toBe(403);
    expect((await kit.as('wang', 'CERTIFICATE_OFFICER', post(path, { ...body, reasons: ' ' }))).status).toBe(
      400,
    );
    expect((await decide(id, 'answered')).status).toBe(400);
  });

  test('an appeal is decided by others than the decision it is against, and there is one at most', async () => {
    const id = await opened();
    await take(id, 'min');
    await decide(id, 'refused', 'min', 'MINISTRY_ADMIN');
    await kit.deliver();
    const reply = await kit.asker(post(`/cases/own/${id}/appeal`, { text: '请复核' }));
    expect(reply.status).toBe(201);
    expect((await kit.asker(post(`/cases/own/${id}/appeal`, { text: '再来' }))).status).toBe(409);
    await kit.deliver();
    const appeal = idOf(reply);
    expect(await see(appeal)).toMatchObject({
      kind: 'appeal',
      against: { id },
      subject: { kind: 'case', depositId },
    });
    await take(appeal);
    expect((await decide(appeal, 'granted', 'min', 'MINISTRY_ADMIN')).status).toBe(403);
    expect((await decide(appeal, 'granted', 'wei', 'MINISTRY_ADMIN')).status).toBe(200);
  });

  test('the time for an appeal ends', async () => {
    const id = await opened();
    await take(id);
    await decide(id, 'refused');
    await kit.deliver();
    kit.days(61);
    expect((await kit.asker(post(`/cases/own/${id}/appeal`, { text: '请复核' }))).status).toBe(409);
  });
});

describe('inside', () => {
  test('lists: mine, unassigned, overdue; a role, a colleague', async () => {
    const [one, two] = [await opened(), await opened({ kind: 'question' })];
    await take(one);
    const show = async (of: string, who = 'wang') =>
      (
        (await kit.as(who, 'CERTIFICATE_OFFICER', { path: '/cases/items', query: { show: [of] } })).body[
          'items'
        ] as { id: string }[]
      ).map(({ id }) => id);
    expect(await show('mine')).toEqual([one]);
    expect(await show('unassigned')).toEqual([two]);
    expect(await show('overdue')).toEqual([]);
    expect((await show('open')).sort()).toEqual([one, two].sort());
    kit.days(40);
    expect((await show('overdue')).sort()).toEqual([one, two].sort());
    const figures = async (who: string) =>
      (await kit.as(who, 'CERTIFICATE_OFFICER', { path: '/cases/figures' })).body;
    for (const who of ['wang', 'hu'])
      expect(await figures(who)).toEqual({
        open: (await show('open', who)).length,
        overdue: (await show('overdue', who)).length,
        mine: (await show('mine', who)).length,
      });
    const hand = (body: unknown) =>
      kit.as('zhao', 'ARCHIVE_CLERK', post(`/cases/items/${two}/assignment`, body));
    expect((await hand({ to: 'role', role: 'ARCHIVE_CHECKER' })).body).toMatchObject({
      role: 'ARCHIVE_CHECKER',
    });
    expect((await hand({ to: 'colleague', sub: 'nobody' })).status).toBe(400);
    expect((await hand({ to: 'colleague', sub: 'sub-wang' })).body).toMatchObject({
      state: 'in-hand',
      assignee: { name: 'wang' },
    });
  });

  test('staff open one on a review, for its submitter, who then sees it; one of the archive’s own stays inside', async () => {
    const review = await kit.staff.review({ depositId });
    const open = (fromSubmitter: boolean) =>
      kit.as(
        'zhao',
        'ARCHIVE_CLERK',
        post('/cases/items', {
          kind: 'error-report',
          title: '来函纠错',
          text: '坐标有误',
          about: { kind: 'review', id: review },
          fromSubmitter,
        }),
      );
    const [theirs, ours] = [idOf(await open(true)), idOf(await open(false))];
    await kit.deliver();
    expect(await seeOwn(theirs)).toMatchObject({ state: 'opened', messages: [{ text: '坐标有误' }] });
    expect((await kit.asker({ path: `/cases/own/${ours}` })).status).toBe(404);
    const of = await kit.as('zhao', 'ARCHIVE_CLERK', { path: '/cases/items', query: { of: [depositId] } });
    expect(of.body['items']).toHaveLength(2);
  });

  test('the title of a state secret is in no label', async () => {
    const review = await kit.staff.review({ title: '某某铀矿', secrecy: 'secret' });
    const reply = await kit.as(
      'zhao',
      'ARCHIVE_CLERK',
      post('/cases/items', {
        kind: 'question',
        title: '询问',
        text: '请问',
        about: { kind: 'review', id: review },
      }),
    );
    expect(JSON.stringify(reply.body)).not.toContain('铀');
  });

  test('two at once: who comes second is told', async () => {
    const id = await opened();
    await take(id);
    const late = await kit.as('wang', 'CERTIFICATE_OFFICER', {
      ...post(`/cases/items/${id}/decision`, { outcome: 'refused', reasons: 'r' }),
      headers: { 'If-Match': '1' },
    });
    expect(late.status).toBe(412);
  });
});

describe('evidence', () => {
  const pdf = Buffer.from('%PDF-1.4\n%证据\n');
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const announced = async (content: Uint8Array, name = '附图2.pdf'): Promise<string> => {
    const sha = createHash('sha256').update(content).digest('hex');
    const reply = await kit.asker(
      post('/cases/evidence', { files: [{ name, size: content.length, sha256: sha }] }),
    );
    const [file] = reply.body['files'] as { id: string }[];
    return file?.id ?? '';
  };
  /** As S3 keeps a PUT that was signed with its SHA-256. */
  const upload = (id: string, content: Uint8Array) => kit.intake.putOnce(`evidence/${id}`, content, 'x');

  test('comes with its letter, proven, and is opened inside', async () => {
    const file = await announced(pdf);
    await upload(file, pdf);
    const id = await opened({ evidence: [file] });
    expect(await see(id)).toMatchObject({
      messages: [{ evidence: [{ id: file, name: '附图2.pdf', format: 'pdf', sha256 }] }],
    });
    expect(kit.archive.keys()).toEqual([`evidence/${id}/${file}`]);
    const link = await kit.as('wang', 'ARCHIVE_CLERK', {
      path: `/cases/items/${id}/evidence/${file}/content`,
    });
    expect(link.body['url']).toContain(`evidence/${id}/${file}`);
    await kit.deliver();
  });

  test('is refused when it is not there, of another type than taken, or somebody else’s', async () => {
    const missing = await announced(pdf);
    const zip = Buffer.from('PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
    const archive = await announced(zip, '看起来像.pdf');
    await upload(archive, zip);
    for (const evidence of [missing, archive])
      expect((await kit.asker(post('/cases/own', { ...objection, evidence: [evidence] }))).status).toBe(400);
    const theirs = await announced(pdf);
    await upload(theirs, pdf);
    const general = {
      ...objection,
      kind: 'question',
      about: { kind: 'general', node: 'NGA' },
      evidence: [theirs],
    };
    expect((await kit.asker(post('/cases/own', general), 'OTHER')).status).toBe(400);
  });

  test('that was changed after it was signed is not taken in', async () => {
    const file = await announced(pdf);
    await upload(file, pdf);
    const reply = await kit.asker(post('/cases/own', { ...objection, evidence: [file] }));
    const read = kit.intake.read;
    kit.intake.read = async (...of) => (await read(...of)).map((byte) => byte ^ 1);
    await expect(kit.deliver()).rejects.toThrow('not what was signed');
    expect((await kit.as('wang', 'ARCHIVE_CLERK', { path: `/cases/items/${idOf(reply)}` })).status).toBe(404);
    kit.intake.read = read;
    await kit.deliver();
    expect(await see(idOf(reply))).toMatchObject({ state: 'opened' });
  });

  test('a letter that intake did not sign, or that was changed, is not taken', async () => {
    await opened();
    const [sealed] = await kit.dataOf('intake', 'CaseLetterSealed');
    if (sealed === undefined) throw new Error('no letter');
    const foreign = await caseKit(tables);
    await expect(receiveLetter({ ...foreign.door, intake: kit.intake }, sealed)).rejects.toThrow(
      'not signed by intake',
    );
    await kit.intake.put(sealed.bundle, '{}');
    await expect(receiveLetter(kit.door, sealed)).rejects.toThrow('not what was signed');
  });
});

test('a granted objection to a return stands on the review that returned, once', async () => {
  const review = await kit.staff.review({ depositId });
  await kit.staff.as('checker', post(`/archive/reviews/${review}/return`, { reason: '缺附图', items: [] }));
  const id = await opened();
  await take(id);
  await decide(id);
  for (const decided of await kit.dataOf('archive', 'CaseDecided'))
    for (const _ of ['first', 'again']) await caseDecided(kit.staff, decided);
  expect((await kit.staff.reviews.get(review))?.body.contested).toMatchObject([
    { caseId: id, outcome: 'granted' },
  ]);
  expect((await kit.staff.reviews.get(review))?.state).toBe('returned');
});

describe('files that staff attach', () => {
  const pdf = Buffer.from('%PDF-1.4\n决定书');
  const attach = async (id: string, body: Record<string, unknown> = {}) =>
    kit.as(
      'wang',
      'CERTIFICATE_OFFICER',
      post(`/cases/items/${id}/attachments`, {
        name: '决定书.pdf',
        content: pdf.toString('base64'),
        ...body,
      }),
    );
  const ready = async (): Promise<{ id: string; file: string }> => {
    const id = await opened();
    await take(id);
    const made = await attach(id);
    expect([made.status, made.body['format'], made.body['size']]).toEqual([201, 'pdf', pdf.length]);
    return { id, file: idOf(made) };
  };
  const answers = () => kit.intake.keys().filter((key) => key.startsWith('answers/'));
  const openOwn = (id: string, file: string, who?: string) =>
    kit.asker({ path: `/cases/own/${id}/evidence/${file}/content` }, who);

  test('go out with a message and with the decision, and only then; the asker opens them, others do not', async () => {
    const { id, file } = await ready();
    expect([answers(), (await openOwn(id, file)).status]).toEqual([[], 404]);
    const write = (as: string) =>
      kit.as(
        'wang',
        'CERTIFICATE_OFFICER',
        post(`/cases/items/${id}/messages`, { text: '见附件。', as, evidence: [file] }),
      );
    expect((await write('message')).status).toBe(201);
    const letter = idOf(await attach(id));
    const decided = await kit.as(
      'wang',
      'CERTIFICATE_OFFICER',
      post(`/cases/items/${id}/decision`, { outcome: 'refused', reasons: '见决定书。', evidence: [letter] }),
    );
    expect(decided.status).toBe(200);
    await kit.deliver();
    expect(answers()).toEqual([`answers/${id}/${file}`, `answers/${id}/${letter}`]);
    const own = await seeOwn(id);
    expect(own).toMatchObject({ decision: { evidence: [{ id: letter, name: '决定书.pdf' }] } });
    for (const each of [file, letter]) {
      expect((await openOwn(id, each)).body['url']).toContain(each);
      expect((await openOwn(id, each, 'OTHER')).status).toBe(404);
    }
    for (const each of [file, letter])
      expect(
        (
          await kit.as('wang', 'CERTIFICATE_OFFICER', {
            path: `/cases/items/${id}/evidence/${each}/content`,
          })
        ).status,
      ).toBe(200);
    expect(kit.errors()).toEqual([]);
  });

  test('with a note they stay inside', async () => {
    const { id, file } = await ready();
    const body = { text: '仅供内部。', as: 'note', evidence: [file] };
    expect(
      (await kit.as('wang', 'CERTIFICATE_OFFICER', post(`/cases/items/${id}/messages`, body))).status,
    ).toBe(201);
    await kit.deliver();
    expect(answers()).toEqual([]);
    expect((await openOwn(id, file)).status).toBe(404);
    expect(JSON.stringify(await tables.all(kit.own.table))).not.toContain(file);
  });

  test('what lies in intake and is not what was told is shown to nobody', async () => {
    const { id, file } = await ready();
    const body = { text: '见附件。', as: 'message', evidence: [file] };
    await kit.as('wang', 'CERTIFICATE_OFFICER', post(`/cases/items/${id}/messages`, body));
    await kit.deliver();
    expect((await openOwn(id, file)).status).toBe(200);
    await kit.intake.upload(`answers/${id}/${file}`, '%PDF-1.4\n别的');
    expect((await openOwn(id, file)).status).toBe(404);
  });

  test('are refused: too large, of another type, none, of another case, by another archive', async () => {
    const { id, file } = await ready();
    const other = await opened();
    const sizes = { content: Buffer.alloc(limits.attachmentBytes + 1, 32).toString('base64') };
    expect((await attach(id, sizes)).status).toBe(400);
    const whole = { content: Buffer.alloc(limits.attachmentBytes, 'a ').toString('base64') };
    expect((await attach(id, whole)).status).toBe(201);
    const zip = Buffer.from('504b0304140000000000', 'hex').toString('base64');
    expect((await attach(id, { content: zip })).status).toBe(400);
    expect((await attach(id, { content: 'kein base64!' })).status).toBe(400);
    expect((await attach(id, { content: '' })).status).toBe(400);
    const body = { text: 'x', as: 'note', evidence: [file] };
    expect(
      (await kit.as('wang', 'CERTIFICATE_OFFICER', post(`/cases/items/${other}/messages`, body))).status,
    ).toBe(400);
    expect(
      (
        await kit.as(
          'hu',
          'CERTIFICATE_OFFICER',
          post(`/cases/items/${id}/attachments`, { name: 'x.pdf', content: pdf.toString('base64') }),
          'HB',
        )
      ).status,
    ).toBe(404);
    expect(kit.errors()).toEqual([]);
  });
});
