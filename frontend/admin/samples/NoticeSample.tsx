import type { Notice } from '@geoarchive/contract/notices.ts';
import type { NoticeKind } from '@geoarchive/domain/notices/rules.ts';
import { noticeRule } from '@geoarchive/domain/notices/rules.ts';
import { writeNotice } from '@geoarchive/domain/notices/write.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { NoticeList } from '@geoarchive/frontend-shared/notices/NoticeList.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noticeFacts } from './data.ts';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

const at = '2026-11-22T02:00:00.000Z';
const noticeOf = (kind: NoticeKind, n: number, read: boolean): Notice => ({
  id: `01KAHZ6YB8000000000000000${n}.${kind}`,
  kind,
  at,
  ...writeNotice(kind, noticeFacts),
  // The samples are of things that are not there.
  link: '/samples?pattern=notices',
  legal: noticeRule(kind).legal,
  ...(read ? { readAt: at } : {}),
});
const samples = [
  noticeOf('deposit-returned', 3, false),
  noticeOf('review-arrived', 2, false),
  noticeOf('task-due-changed', 1, true),
];

/** Notices as the inbox shows them: unread, read, with legal effect. */
export const NoticeSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const [read, setRead] = useState<string[]>([]);
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  const shown = samples.map((one) => (read.includes(one.id) ? { ...one, readAt: at } : one));
  return (
    <Panel title={t('samples.notices')}>
      <QueryView query={frozen(state, state === 'empty' ? [] : shown, error)}>
        {(notices) => (
          <NoticeList notices={notices} narrowed={false} onRead={({ id }) => setRead([...read, id])} />
        )}
      </QueryView>
    </Panel>
  );
};
