import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useJob } from '@geoarchive/frontend-shared/jobs/use-job.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import type { HoleFile } from '@geoarchive/subsurface/read.ts';
import { Alert, Button, Checkbox, Progress, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { FilesRead } from '../holes/import/FilesRead.tsx';
import { FromDossier } from '../holes/import/FromDossier.tsx';
import { HoleDrop } from '../holes/import/HoleDrop.tsx';
import { HolePreview } from '../holes/import/HolePreview.tsx';
import { HoleRemarks } from '../holes/import/HoleRemarks.tsx';
import { useHoleImport } from '../holes/import/use-hole-import.ts';
import { ImportJob } from '../imports/ImportJob.tsx';

const Archive = (props: {
  value: string | undefined;
  disabled: boolean;
  onChange: (node: string) => void;
}) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  const id = useId();
  return (
    <p className="ga-field">
      <label htmlFor={id}>{t('holes.files.archive')}</label>
      <Select
        id={id}
        {...(props.value === undefined ? {} : { value: props.value })}
        disabled={props.disabled}
        onChange={props.onChange}
        placeholder={t('holes.files.chooseArchive')}
        style={{ width: 280 }}
        options={nodes.map(({ code, name }) => ({ value: code, label: say(name) }))}
      />
    </p>
  );
};

/** Imports holes from several files at once: what is in them, what is wrong, what would change, then the job that brings them in. */
const HoleImport = () => {
  const { t } = useTranslation();
  const ministry = usePerson()?.roles.includes('MINISTRY_ADMIN') ?? false;
  const [node, setNode] = useState<string>();
  const { comesFrom, files, begin, reading, filesRead, read, mend, preview, start, step } = useHoleImport();
  const [address] = useSearchParams();
  const dossier = address.get('dossier');
  const numbers = address.getAll('file').map(Number);
  const [without, leaveOut] = useState(false);
  const job = useJob(start.data?.id);
  const wrong = read?.remarks.some(({ severity }) => severity === 'error') ?? false;
  const seen = preview.data;
  const count = (outcome: 'new' | 'same' | 'refused') =>
    seen?.filter((one) => one.outcome === outcome).length ?? 0;
  const toDo = count('new') + count('same');
  const busy = reading.isPending || preview.isPending || start.isPending;
  const fixed = busy || start.data !== undefined;
  const noArchive = ministry && node === undefined;
  const add = (more: readonly HoleFile[]) => {
    // A file of the same name takes the place of the one before: it was mended.
    const kept =
      start.data === undefined ? files.filter(({ name }) => !more.some((one) => one.name === name)) : [];
    leaveOut(false);
    if (more.length > 0) begin([...kept, ...more], node);
  };
  const send = () => read !== undefined && start.mutate({ read, node });
  const again = () => {
    if (start.error !== null) return send();
    if (preview.error !== null && read !== undefined) return preview.mutate({ holes: read.holes, node });
    return begin(files, node);
  };
  const error = start.error ?? preview.error ?? reading.error;
  const done = reading.isPending
    ? percent(filesRead, files.length)
    : percent(step?.done ?? 0, step?.total ?? 1);
  return (
    <Page
      title={t('holes.import')}
      lead={t('holes.importLead')}
      back={{ to: '/holes', label: t('nav.holes') }}
    >
      {ministry && (
        <Archive
          value={node}
          disabled={fixed}
          onChange={(chosen) => {
            setNode(chosen);
            begin(files, chosen);
          }}
        />
      )}
      {dossier !== null && (
        <FromDossier
          id={dossier}
          numbers={numbers}
          onFiles={(found, of) => {
            setNode(of.node);
            comesFrom(of.archiveNumber);
            begin(found, ministry ? of.node : undefined);
          }}
        />
      )}
      <HoleDrop disabled={busy || noArchive} onFiles={add} />
      <div style={{ height: 16 }} />
      {busy && (
        <>
          <p role="status" className="ga-soft ga-numeric">
            {reading.isPending
              ? t('holes.files.reading', { done: filesRead, total: files.length })
              : start.isPending
                ? t(`holes.files.sending.${step?.of ?? 'holes'}`, {
                    done: step?.done ?? 0,
                    total: step?.total ?? 0,
                  })
                : t('holes.files.looking')}
          </p>
          <Progress aria-label={t('holes.import')} percent={done} />
        </>
      )}
      {error !== null && <ProblemAlert error={error} onRetry={again} />}
      {job.data !== undefined && (
        <>
          <ImportJob job={job.data} />
          <p>
            <Link to={`/jobs/${job.data.id}`}>{t('holes.files.toJob')}</Link>
          </p>
        </>
      )}
      {job.error !== null && <ProblemAlert error={job.error} onRetry={() => void job.refetch()} />}
      {wrong && start.data === undefined && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="ga-notice"
          title={t('holes.files.wrong')}
          description={t('holes.files.wrongHint')}
          action={
            toDo > 0 && (
              <Checkbox checked={without} onChange={({ target }) => leaveOut(target.checked)}>
                {t('holes.files.leaveOut', { count: toDo })}
              </Checkbox>
            )
          }
        />
      )}
      {read !== undefined && (
        <FilesRead
          files={read.files}
          disabled={fixed}
          onRemove={(name) =>
            begin(
              files.filter((file) => file.name !== name),
              node,
            )
          }
        />
      )}
      {read !== undefined && read.remarks.length > 0 && (
        <HoleRemarks remarks={read.remarks} onMend={fixed ? undefined : () => mend(node)} />
      )}
      {seen !== undefined && (
        <Panel
          title={t('import.preview')}
          extra={
            start.data === undefined && (
              <Button
                type="primary"
                disabled={toDo === 0 || (wrong && !without)}
                loading={start.isPending}
                onClick={send}
              >
                {t('import.go', { count: toDo })}
              </Button>
            )
          }
        >
          <p>
            {t('holes.counts', { created: count('new'), same: count('same'), refused: count('refused') })}
          </p>
          <HolePreview rows={seen} />
        </Panel>
      )}
    </Page>
  );
};
export default HoleImport;
