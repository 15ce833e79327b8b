import type { ChaseParty } from '@geoarchive/contract/chases.ts';
import { chases } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { chaseDaysOf } from '@geoarchive/domain/supervision/chase.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useJob } from '@geoarchive/frontend-shared/jobs/use-job.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Alert, Button, Flex, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import { ArchiveSelect, useArchive } from '../archives/ArchiveSelect.tsx';
import { Parties } from '../chases/Parties.tsx';
import { ImportJob } from '../imports/ImportJob.tsx';

const mostAtOnce = 500;
/** One id for what is chosen: sent again it starts nothing twice. */
const freshBatch = () => ulid();

/** Demands in a batch: whom they would reach, whose chase is under way, and the job that makes them. */
const OfArchive = () => {
  const { t } = useTranslation();
  const { chase } = useConfig();
  const ids = { overdue: useId(), until: useId(), text: useId() };
  const [overdueBy, setOverdueBy] = useState(1);
  const [until, setUntil] = useState(() =>
    addDays(dayOf(new Date()), chaseDaysOf('demand', 'overdue', chase)),
  );
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [batch, setBatch] = useState(freshBatch);
  const archive = useArchive();
  const preview = useRead(chases.previewChases, { query: { overdueBy, ...archive } });
  const start = useWrite(chases.startChases);
  const job = useJob(start.data?.id);
  const send = () =>
    start.mutate(
      { params: { id: batch }, body: { organisations: chosen, overdueBy, until, text, ...archive } },
      {
        onSuccess: () => {
          setBatch(freshBatch());
          setChosen([]);
        },
      },
    );
  const free = (items: readonly ChaseParty[]) => items.filter(({ running }) => running === undefined);
  return (
    <Page
      title={t('chases.begin')}
      lead={t('chases.beginLead')}
      back={{ to: '/chases', label: t('nav.chases') }}
      actions={<ArchiveSelect />}
    >
      {job.data !== undefined && <ImportJob job={job.data} />}
      <Panel title={t('chases.paper')}>
        <div className="ga-fields ga-fields-four">
          <div>
            <label htmlFor={ids.overdue} className="ga-label">
              {t('chases.overdueBy')}
            </label>
            <InputNumber
              id={ids.overdue}
              min={1}
              max={3650}
              precision={0}
              value={overdueBy}
              onChange={(value) => {
                setOverdueBy(value ?? 1);
                setChosen([]);
              }}
            />
          </div>
          <div>
            <label htmlFor={ids.until} className="ga-label">
              {t('chases.until')}
            </label>
            <Input
              id={ids.until}
              type="date"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          </div>
        </div>
        <label htmlFor={ids.text} className="ga-label">
          {t('chases.remarks')}
        </label>
        <Input.TextArea
          id={ids.text}
          rows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Panel>
      <Panel title={t('chases.parties')}>
        <QueryView query={preview}>
          {({ items, more }) =>
            items.length === 0 ? (
              <Empty title={t('chases.noParties')} hint={t('chases.noPartiesHint')} />
            ) : (
              <>
                {more && <Alert type="info" showIcon className="ga-notice" title={t('chases.moreParties')} />}
                <Parties items={items} chosen={chosen} onChoose={setChosen} />
                {start.error !== null && <ProblemAlert error={start.error} />}
                <Flex gap={12} align="center" wrap className="ga-form-part">
                  <Button
                    type="primary"
                    disabled={chosen.length === 0 || until === ''}
                    loading={start.isPending}
                    onClick={send}
                  >
                    {t('chases.send', { count: chosen.length })}
                  </Button>
                  <Button
                    onClick={() =>
                      setChosen(
                        free(items)
                          .slice(0, mostAtOnce)
                          .map(({ organisation }) => organisation),
                      )
                    }
                  >
                    {t('chases.chooseAll')}
                  </Button>
                  <span className="ga-soft">{t('chases.sendHint')}</span>
                </Flex>
              </>
            )
          }
        </QueryView>
      </Panel>
    </Page>
  );
};
/** What was chosen of one archive is not kept for another. */
const NewChases = () => <OfArchive key={useArchive().node ?? ''} />;
export default NewChases;
