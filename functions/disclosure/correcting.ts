import type { correctNotice, NoticeBody } from '@geoarchive/contract/disclosure.ts';
import type { BodyOf } from '@geoarchive/contract/route.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type { DisclosureDeps } from './deps.ts';
import type { NoticeItem } from './notice-store.ts';
import { expectNothingPersonal } from './propose.ts';

/** The writes that propose a correction: a notice of its own that replaces the other once somebody else publishes it. */
export const correcting = async (
  deps: DisclosureDeps,
  { id, state, body }: NoticeItem,
  of: BodyOf<typeof correctNotice>,
  caller: Caller,
  audit: string,
): Promise<{ id: string; writes: Write[] }> => {
  if ((state !== 'published' && state !== 'suspended') || body.number === undefined)
    throw new Problem('wrong-state', {
      zh: '只能更正公示中或暂停公示的公示。',
      en: 'Only a notice that is published or suspended can be corrected.',
    });
  if ((await deps.publicNotices.correctionOf(id)) !== undefined)
    throw new Problem('rule-broken', {
      zh: '已有一份更正待复核。',
      en: 'A correction of it waits to be seconded already.',
    });
  const unknown = of.without.filter((number) => !body.items.some((item) => item.number === number));
  const items = body.items.filter(({ number }) => !of.without.includes(number));
  if (unknown.length > 0 || items.length === 0)
    throw new Problem(
      'invalid-input',
      unknown.length > 0
        ? { zh: '公示中没有这些任务。', en: 'The notice does not name these tasks.' }
        : { zh: '更正后没有任务：请改为撤回。', en: 'Nothing would be left: withdraw it instead.' },
      [{ field: 'body.without', message: unknown.join(' ') }],
    );
  const now = deps.clock();
  const newId = ulid(now.getTime());
  const { node, kind, organisation, chase, paper, until } = body;
  const organisationName = of.organisationName ?? body.organisationName;
  const amount = of.amount ?? body.amount;
  const corrected: NoticeBody = {
    ...{ node, kind, organisation, text: of.text, items },
    ...(organisationName === undefined ? {} : { organisationName }),
    ...(chase === undefined ? {} : { chase }),
    ...(paper === undefined ? {} : { paper }),
    ...(amount === undefined ? {} : { amount }),
    ...(until === undefined ? {} : { until }),
    corrects: { id, number: body.number, what: of.what },
    proposedBy: { sub: caller.sub, name: caller.name },
    proposedAt: now.toISOString(),
    suspendedBefore: body.suspendedBefore,
  };
  expectNothingPersonal({ ...corrected, text: `${of.what} ${of.text}` });
  return {
    id: newId,
    writes: deps.publicNotices.creation(newId, corrected, {
      action: audit,
      by: caller,
      detail: { corrects: body.number, what: of.what },
      events: [{ type: 'PublicNoticeProposed', data: { noticeId: newId, node } }],
      with: [deps.publicNotices.correcting(newId, id)],
    }),
  };
};
