import type { Reading as OneReading } from '@geoarchive/contract/readings.ts';
import { readings } from '@geoarchive/contract/routes.ts';
import { readers } from '@geoarchive/domain/service/reading.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CopiesOfGrant } from '../use/CopiesOfGrant.tsx';
import { ReadingDesk } from '../use/ReadingDesk.tsx';

type Opened = { no: number; path: string; pages: number };

/** What may be read: files of the grant. Opening one is written down; what is no PDF says so. */
const Files = ({ of, onOpen }: { of: OneReading; onOpen: (file: Opened) => void }) => {
  const { t } = useTranslation();
  const open = useWrite(readings.openReadingFile);
  return (
    <Panel title={t('use.files')}>
      {open.error !== null && <ProblemAlert error={open.error} />}
      <ul className="ga-plain-list">
        {of.files.map(({ no, path, byPage }) => (
          <li key={no}>
            <code>{path}</code>{' '}
            {byPage ? (
              <Button
                size="small"
                type="primary"
                disabled={of.over}
                aria-label={t('room.readFile', { path })}
                onClick={() =>
                  open.mutate(
                    { params: { id: of.id, no } },
                    { onSuccess: ({ pages }) => onOpen({ no, path, pages }) },
                  )
                }
              >
                {t('room.read')}
              </Button>
            ) : (
              <span className="ga-soft">{t('room.notByPage')}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** One reading at a terminal of the reading room: who reads by which request, the files, one page of the open one. */
const Reading = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const { id = '' } = useParams();
  const query = useRead(readings.getReading, { params: { id } });
  const end = useWrite(readings.endReading);
  const [file, setFile] = useState<Opened>();
  const found = query.data;
  return (
    <Page
      title={found?.title ?? t('room.reading')}
      back={{ to: `/use/grants/${found?.grantId ?? ''}`, label: found?.grantNumber ?? t('use.grant') }}
      lead={
        found &&
        [say(readers[found.reader]), found.name, found.unit, found.requestNumber, day(found.on)]
          .filter((part) => part !== undefined)
          .join(' · ')
      }
      actions={
        found?.moves.includes('end') && (
          <Button
            loading={end.isPending}
            onClick={() =>
              end.mutate({ params: { id }, ifMatch: found.version }, { onSuccess: () => setFile(undefined) })
            }
          >
            {t('room.end')}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {(of) => (
          <>
            {end.error !== null && <ProblemAlert error={end.error} />}
            {of.over && <Alert type="info" showIcon className="ga-notice" title={t('room.over')} />}
            <Files of={of} onOpen={setFile} />
            {file !== undefined && !of.over && (
              <Panel title={file.path}>
                <ReadingDesk key={file.no} of={of} no={file.no} pages={file.pages} />
              </Panel>
            )}
            {of.reader === 'person' && <CopiesOfGrant grant={of.grantId} />}
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Reading;
