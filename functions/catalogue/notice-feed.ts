import type { PublicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import { noticeKinds, publicNoticeLifecycle } from '@geoarchive/domain/disclosure/notice.ts';
import { Feed } from 'feed';

const titleOf = ({ number, kind, state, says }: PublicNotice): string =>
  `${noticeKinds[kind].name.zh}：${says?.party.name ?? number}（${publicNoticeLifecycle.states[state].zh}）`;

const textOf = ({ number, kind, says, lifted }: PublicNotice): string =>
  [
    `公示编号 ${number}。${noticeKinds[kind].basis.zh}`,
    ...(says === undefined || says.text === '' ? [] : [says.text]),
    ...(says?.items ?? []).map(({ number: task, name, due }) => `${task} ${name}，应于 ${due} 前汇交。`),
    ...(lifted === undefined ? [] : [`已于 ${lifted.on} 解除。`]),
  ].join('\n');

/** The day of publication, or the day it was lifted, at noon in Shanghai: a feed wants an instant. */
const at = (day: string): Date => new Date(`${day}T04:00:00.000Z`);

/**
 * Public notices as a feed, the newest first. An entry's id holds its state: a reader shows one that was lifted as news. Links lead to
 * the portal where its address is known.
 */
export const noticeFeed = (
  notices: readonly PublicNotice[],
  of: { name: string; portal: string | undefined; now: Date },
): Feed => {
  const link = (path: string) => new URL(path, of.portal ?? 'http://localhost/').href;
  const feed = new Feed({
    title: `${of.name}：汇交信息公示`,
    description: '地质资料汇交信息公示：逾期、通报、处罚、异常名录。',
    id: link('/notices'),
    link: link('/notices'),
    language: 'zh-CN',
    updated: of.now,
    copyright: of.name,
  });
  for (const notice of notices)
    feed.addItem({
      title: titleOf(notice),
      id: `${link(`/notices/${notice.id}`)}#${notice.state}`,
      link: link(`/notices/${notice.id}`),
      date: at(notice.lifted?.on ?? notice.publishedOn),
      description: textOf(notice),
      category: [{ name: noticeKinds[notice.kind].name.zh }],
    });
  return feed;
};
