import type { Reading } from '@geoarchive/contract/readings.ts';
import { readings } from '@geoarchive/contract/routes.ts';
import type { GrantDetail } from '@geoarchive/contract/service.ts';
import { readers, readingLifecycle } from '@geoarchive/domain/service/reading.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readingRoomKeepers } from '../roles.ts';
import { ReadingDialog } from './ReadingDialog.tsx';

/** Readings of a grant at terminals of the reading room, the newest first; another one is begun here. */
export const ReadingsPanel = ({ of }: { of: GrantDetail }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const [beginning, setBeginning] = useState(false);
  const keeps = reaches(readingRoomKeepers, usePerson()?.roles ?? []);
  const query = useRead(readings.listReadings, { params: { id: of.id }, query: { limit: 20 } });
  const label = (one: Reading) => t('room.at', { time: time(one.openedAt), name: one.name });
  return (
    <Panel title={t('room.readings')}>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="ga-soft">{t('room.none')}</p>
          ) : (
            <ul className="ga-plain-list">
              {items.map((one) => (
                <li key={one.id}>
                  {keeps ? (
                    <Link to={`/use/readings/${one.id}`}>{label(one)}</Link>
                  ) : (
                    <span>{label(one)}</span>
                  )}{' '}
                  <span className="ga-soft">
                    {[
                      say(readers[one.reader]),
                      one.state === 'open' && one.over
                        ? t('room.isOver')
                        : say(readingLifecycle.states[one.state]),
                    ].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {of.state === 'active' && keeps && (
        <Button type="primary" onClick={() => setBeginning(true)}>
          {t('room.begin')}
        </Button>
      )}
      {beginning && <ReadingDialog of={of} onClose={() => setBeginning(false)} />}
    </Panel>
  );
};
