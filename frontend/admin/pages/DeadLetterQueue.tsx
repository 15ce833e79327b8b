import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { operations } from '@geoarchive/contract/routes.ts';
import { type Plane, planeNames, planes } from '@geoarchive/domain/planes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { lostAt } from '../operations/age.ts';
import { DiscardDialog } from '../operations/DiscardDialog.tsx';
import { History } from '../operations/History.tsx';
import { Letters } from '../operations/Letters.tsx';
import { ReplayDialog } from '../operations/ReplayDialog.tsx';

type Found = ReplyOf<typeof operations.lookAtDeadLetters>;
type Params = { plane: Plane; queue: string };
const isPlane = (text: string | undefined): text is Plane => planes.some((plane) => plane === text);

const Content = ({ params, found }: { params: Params; found: Found }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const [chosen, setChosen] = useState<string[]>([]);
  const [dialog, setDialog] = useState<'replay' | 'discard'>();
  const { queue, items } = found;
  const ids = chosen.filter((id) => items.some((item) => item.id === id));
  const close = () => {
    setDialog(undefined);
    setChosen([]);
  };
  return (
    <>
      <Panel>
        <Facts
          items={[
            { label: t('letters.plane'), value: say(planeNames[params.plane]) },
            { label: t('letters.impact'), value: say(queue.impact) },
            { label: t('letters.waiting'), value: formatCount(queue.waiting) },
            {
              label: t('letters.lost'),
              value: queue.oldest && time(lostAt(queue.oldest, queue.keptDays)),
            },
            { label: t('letters.runbook'), value: <code>{`docs/operators/runbook.md#${queue.name}`}</code> },
          ]}
        />
      </Panel>
      <Panel
        title={t('letters.messages')}
        extra={
          items.length > 0 && (
            <span className="ga-buttons">
              {queue.kind === 'worker' && (
                <Button type="primary" onClick={() => setDialog('replay')}>
                  {ids.length === 0 ? t('letters.tryAll') : t('letters.tryChosen', { count: ids.length })}
                </Button>
              )}
              <Button danger disabled={ids.length === 0} onClick={() => setDialog('discard')}>
                {ids.length === 0 ? t('letters.discard') : t('letters.discardChosen', { count: ids.length })}
              </Button>
            </span>
          )
        }
      >
        {items.length === 0 ? (
          <Empty
            title={t(queue.waiting === 0 ? 'letters.queueEmpty' : 'letters.allHeld')}
            hint={t(queue.waiting === 0 ? 'letters.emptyHint' : 'letters.allHeldHint')}
          />
        ) : (
          <Letters items={items} chosen={ids} onChoose={setChosen} />
        )}
        {items.length > 0 && items.length < queue.waiting && (
          <p className="ga-soft">{t('letters.shown', { shown: items.length, waiting: queue.waiting })}</p>
        )}
      </Panel>
      {dialog === 'replay' && (
        <ReplayDialog
          queue={params}
          ids={ids.length === 0 ? undefined : ids}
          waiting={queue.waiting}
          onClose={close}
        />
      )}
      {dialog === 'discard' && <DiscardDialog queue={params} ids={ids} onClose={close} />}
    </>
  );
};

const Queue = ({ plane, queue }: Params) => {
  const params = useMemo(() => ({ plane, queue }), [plane, queue]);
  const query = useRead(operations.lookAtDeadLetters, { params });
  return (
    <>
      <QueryView query={query}>{(found) => <Content params={params} found={found} />}</QueryView>
      <History params={params} />
    </>
  );
};

/** The dead letters of one queue: look, try, send back, discard. */
const DeadLetterQueue = () => {
  const { t } = useTranslation();
  const { plane, queue = '' } = useParams();
  return (
    <Page
      title={queue}
      back={{ to: '/dead-letters', label: t('nav.deadLetters') }}
      lead={t('letters.queueLead')}
    >
      {isPlane(plane) ? <Queue plane={plane} queue={queue} /> : <Empty title={t('letters.noSuch')} />}
    </Page>
  );
};
export default DeadLetterQueue;
